-- Codes that make bookings cheaper. used is how many bookings use it now: one conditional UPDATE decides whether there is one more.
CREATE TABLE discount_code (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id     BIGINT       NOT NULL,
    code         VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    how          VARCHAR(10)  NOT NULL,
    value        BIGINT       NOT NULL,
    grades       TEXT         CHARACTER SET utf8mb4 NULL,
    valid_from   DATETIME(3)  NULL,
    valid_until  DATETIME(3)  NULL,
    most_uses    INT          NULL,
    most_per_fan INT          NULL,
    used         INT          NOT NULL DEFAULT 0,
    active       BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at   DATETIME(3)  NOT NULL,
    UNIQUE INDEX of_event (event_id, code)
);

-- Which booking uses which code; ended_at is when the use was given back, confirmed that only a refund gives it back.
CREATE TABLE code_use (
    booking_id CHAR(36)    NOT NULL PRIMARY KEY,
    code_id    BIGINT      NOT NULL,
    fan_id     BIGINT      NOT NULL,
    used_at    DATETIME(3) NOT NULL,
    ended_at   DATETIME(3) NULL,
    confirmed  BOOLEAN     NOT NULL DEFAULT FALSE,
    INDEX of_code (code_id, fan_id),
    INDEX open (confirmed, ended_at),
    INDEX ended (ended_at)
);

-- code is JSON: the code that the booking used, as it was then. codes_possible: the event had codes when the booking was opened.
ALTER TABLE booking
    ADD COLUMN code           VARCHAR(2000) CHARACTER SET utf8mb4 NULL,
    ADD COLUMN codes_possible BOOLEAN NOT NULL DEFAULT FALSE;

-- What a code took off the price.
ALTER TABLE booked_seat ADD COLUMN discount BIGINT NOT NULL DEFAULT 0;
