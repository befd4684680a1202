-- A presale is what a code opens early for one event. Its room in table room has the number -id, so that its line and its draw are its own.
CREATE TABLE presale (
    id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id BIGINT NOT NULL,
    code_id  BIGINT NOT NULL,
    UNIQUE KEY once (event_id, code_id)
);

-- Who entered which code: whoever did stands in the line of that presale while it lasts.
CREATE TABLE presale_fan (
    event_id   BIGINT      NOT NULL,
    fan_id     BIGINT      NOT NULL,
    presale_id BIGINT      NOT NULL,
    entered_at DATETIME(3) NOT NULL,
    PRIMARY KEY (event_id, fan_id),
    INDEX of_fan (fan_id)
);

-- The event of a presale's room; null for the room of an event.
ALTER TABLE room
    ADD COLUMN presale_of BIGINT NULL,
    ADD INDEX presale_of (presale_of);
