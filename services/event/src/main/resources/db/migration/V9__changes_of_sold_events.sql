-- edition rises whenever the event is saved; told_changes is JSON: what buyers were told, newest first; doors_at is when people are let in, notes
-- what to know before coming.
ALTER TABLE event
    ADD COLUMN edition      INT           NOT NULL DEFAULT 0,
    ADD COLUMN told_changes LONGTEXT      NULL,
    ADD COLUMN doors_at     DATETIME(3)   NULL,
    ADD COLUMN notes        VARCHAR(2000) NULL;
