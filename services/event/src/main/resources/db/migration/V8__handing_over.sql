-- Whether fans may hand their tickets to others, and how many hours before the start that ends.
ALTER TABLE event
    ADD COLUMN handover_allowed    BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN handover_ends_hours INT     NOT NULL DEFAULT 0;
