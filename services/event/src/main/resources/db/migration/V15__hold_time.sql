-- How long seats of the event are held, in seconds; NULL for as long as this installation holds them.
ALTER TABLE event
    ADD COLUMN hold_seconds INT NULL;
