-- What this service has heard of shows.
CREATE TABLE known_show (
    event_id     BIGINT       NOT NULL PRIMARY KEY,
    title        VARCHAR(200) NOT NULL,
    venue        VARCHAR(200) NOT NULL,
    organiser_id BIGINT       NOT NULL,
    starts_at    DATETIME(3)  NOT NULL,
    refund_fees  VARCHAR(2000) NOT NULL,
    cancelled    BOOLEAN      NOT NULL DEFAULT FALSE,
    INDEX cancelled (cancelled)
);

CREATE TABLE booking (
    id         CHAR(36)    NOT NULL PRIMARY KEY,
    order_id   VARCHAR(40) NOT NULL UNIQUE,
    hold_id    CHAR(36)    NOT NULL UNIQUE,
    event_id   BIGINT      NOT NULL,
    fan_id     BIGINT      NOT NULL,
    amount     BIGINT      NOT NULL,
    state      VARCHAR(12) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    pass_id    VARCHAR(64) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    version    INT         NOT NULL,
    INDEX fan (fan_id, created_at),
    INDEX event_state (event_id, state)
);

CREATE TABLE booked_seat (
    booking_id  CHAR(36)     NOT NULL,
    seat_id     BIGINT       NOT NULL,
    section     VARCHAR(100) NOT NULL,
    seat_row    VARCHAR(20)  NOT NULL,
    seat_number INT          NOT NULL,
    grade       VARCHAR(50)  NOT NULL,
    price       BIGINT       NOT NULL,
    state       VARCHAR(12)  NOT NULL,
    PRIMARY KEY (booking_id, seat_id)
);

CREATE TABLE ticket (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    booking_id CHAR(36)    NOT NULL,
    fan_id     BIGINT      NOT NULL,
    seat_id    BIGINT      NOT NULL,
    code       VARCHAR(40) NOT NULL UNIQUE,
    valid      BOOLEAN     NOT NULL,
    issued_at  DATETIME(3) NOT NULL,
    UNIQUE KEY once (booking_id, seat_id),
    INDEX fan (fan_id)
);

-- Every giving back, from the wish to the certain refund.
CREATE TABLE cancellation (
    id            CHAR(36)     NOT NULL PRIMARY KEY,
    booking_id    CHAR(36)     NOT NULL,
    seat_ids      VARCHAR(500) NOT NULL,
    refund_amount BIGINT       NOT NULL,
    fee           BIGINT       NOT NULL,
    reason        VARCHAR(200) NOT NULL,
    refunded      BOOLEAN      NOT NULL DEFAULT FALSE,
    asked_at      DATETIME(3)  NOT NULL,
    INDEX booking (booking_id)
);
