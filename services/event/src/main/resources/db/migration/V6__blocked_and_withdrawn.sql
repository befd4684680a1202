-- Seats that the organiser keeps back can't be bought; the message with the highest revision counts.
ALTER TABLE sales
    ADD COLUMN blocked         INT    NOT NULL DEFAULT 0,
    ADD COLUMN blocks_revision BIGINT NOT NULL DEFAULT 0;

-- Withdrawn before a seat was sold: known by its address, but no longer listed.
ALTER TABLE event ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE;
