-- The dates of one show: the id of the event from which they began, which may be gone meanwhile. NULL for an event that never had others.
ALTER TABLE event
    ADD COLUMN series_id BIGINT NULL,
    ADD INDEX series (series_id, starts_at, id);
