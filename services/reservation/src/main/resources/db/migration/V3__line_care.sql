-- How far a line had been served, for rebuilding it; who asked to be told of returned seats; who was refused and why.
ALTER TABLE room ADD COLUMN served BIGINT NOT NULL DEFAULT 0;

CREATE TABLE seat_wish (
    event_id BIGINT      NOT NULL,
    fan_id   BIGINT      NOT NULL,
    number   BIGINT      NOT NULL,
    asked_at DATETIME(3) NOT NULL,
    told_at  DATETIME(3) NULL,
    PRIMARY KEY (event_id, fan_id),
    INDEX next_to_tell (event_id, told_at, number)
);

CREATE TABLE refusal (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id   BIGINT      NOT NULL,
    fan_id     BIGINT      NOT NULL,
    reason     VARCHAR(40) NOT NULL,
    times      INT         NOT NULL,
    hour_at    DATETIME(3) NOT NULL,
    last_at    DATETIME(3) NOT NULL,
    UNIQUE KEY one_per_hour (event_id, fan_id, reason, hour_at),
    INDEX latest (event_id, last_at)
);
