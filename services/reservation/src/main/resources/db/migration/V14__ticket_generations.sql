-- The generation of a ticket rises when it is given back, moved or handed over; codes of older generations are refused.
ALTER TABLE ticket ADD COLUMN generation INT NOT NULL DEFAULT 0;
UPDATE ticket SET generation = 1 WHERE NOT valid;

-- Codes that were replaced when the generation rose, so that the door can say why they are not valid.
CREATE TABLE former_ticket_code (
    code      VARCHAR(40) NOT NULL PRIMARY KEY,
    ticket_id BIGINT      NOT NULL
);
