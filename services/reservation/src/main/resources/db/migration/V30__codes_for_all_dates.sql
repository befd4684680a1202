-- Which dates are of one show: the series of the event service; null for an event without other dates.
ALTER TABLE known_show
    ADD COLUMN series_id BIGINT NULL,
    ADD INDEX series (series_id);

-- A code for all dates of a show has their series, or the event that they are copied from later; event_id is where it was added.
ALTER TABLE discount_code
    ADD COLUMN series_id BIGINT NULL,
    ADD INDEX of_series (series_id, code);
