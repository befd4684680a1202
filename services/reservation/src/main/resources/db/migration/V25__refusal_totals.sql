-- How often entries were refused, by reason. The table refusal has a row per fan, reason and hour; a live board reads these sums every few seconds.
CREATE TABLE refusal_total (
    event_id BIGINT      NOT NULL,
    reason   VARCHAR(40) NOT NULL,
    times    BIGINT      NOT NULL,
    PRIMARY KEY (event_id, reason)
);
INSERT INTO refusal_total (event_id, reason, times) SELECT event_id, reason, SUM(times) FROM refusal GROUP BY event_id, reason;
