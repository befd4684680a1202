-- One show's hall: what is sold, by which rules. laid_version says which plan the seats stand in; revision grows with
-- every change, so that a hold made with an older picture of the hall is refused.
CREATE TABLE hall (
    event_id           BIGINT       NOT NULL PRIMARY KEY,
    organiser_id       BIGINT       NOT NULL,
    plan_version       INT          NOT NULL,
    laid_version       INT          NOT NULL DEFAULT 0,
    revision           INT          NOT NULL DEFAULT 0,
    cancelled          BOOLEAN      NOT NULL DEFAULT FALSE,
    starts_at          DATETIME(3)  NOT NULL,
    sales_end_at       DATETIME(3)  NOT NULL,
    seats_per_fan      INT          NOT NULL,
    extensions         INT          NOT NULL,
    single_seat_policy VARCHAR(10)  NOT NULL,
    next_try_at        DATETIME(3)  NOT NULL
);

CREATE TABLE grade (
    event_id BIGINT      NOT NULL,
    position INT         NOT NULL,
    name     VARCHAR(40) NOT NULL,
    price    BIGINT      NOT NULL,
    PRIMARY KEY (event_id, position)
);

-- One row per seat; id = event_id * 1,000,000 + seq. status: A available, H held, S sold, B blocked.
-- A seat is free when it is A, or H with held_until in the past: expiry is a fact of time.
CREATE TABLE seat (
    id         BIGINT                                 NOT NULL PRIMARY KEY,
    section    VARCHAR(60)                            NOT NULL,
    row_name   VARCHAR(12)                            NOT NULL,
    number     INT                                    NOT NULL,
    grade      INT                                    NOT NULL,
    wheelchair BOOLEAN                                NOT NULL,
    x          INT                                    NOT NULL,
    y          INT                                    NOT NULL,
    status     CHAR(1)  CHARACTER SET ascii           NOT NULL DEFAULT 'A',
    hold_id    CHAR(36) CHARACTER SET ascii           NULL,
    held_until DATETIME(3)                            NULL,
    revision   INT                                    NOT NULL,
    version    INT                                    NOT NULL DEFAULT 0
);

-- A fan's claim on seats of one event. seats = how many still count against the fan's limit; turn numbers the fan's
-- holds per event, and its unique key makes two holds of one fan at one instant meet, so the limit cannot be raced.
CREATE TABLE hold (
    id          CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
    event_id    BIGINT                           NOT NULL,
    fan_id      BIGINT                           NOT NULL,
    turn        INT                              NOT NULL,
    seat_ids    VARCHAR(400) CHARACTER SET ascii NOT NULL,
    seats       INT                              NOT NULL,
    total       BIGINT                           NOT NULL,
    status      VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    held_until  DATETIME(3)                      NOT NULL,
    pass_id     VARCHAR(64)                      NOT NULL,
    pass_until  DATETIME(3)                      NOT NULL,
    extended    INT                              NOT NULL DEFAULT 0,
    order_id    VARCHAR(64)  CHARACTER SET ascii NULL,
    request_key CHAR(64)     CHARACTER SET ascii NULL,
    created_at  DATETIME(3)                      NOT NULL,
    UNIQUE KEY fan_turn (fan_id, event_id, turn),
    UNIQUE KEY fan_request (fan_id, request_key),
    INDEX status_until (status, held_until)
);

-- The last word: a seat that stands here is sold, and can't stand here twice.
CREATE TABLE sold_seat (
    seat_id  BIGINT                          NOT NULL PRIMARY KEY,
    hold_id  CHAR(36)    CHARACTER SET ascii NOT NULL,
    order_id VARCHAR(64) CHARACTER SET ascii NOT NULL,
    sold_at  DATETIME(3)                     NOT NULL
);

-- Refunded seats on their way back to the map.
CREATE TABLE returning_seat (
    seat_id BIGINT      NOT NULL PRIMARY KEY,
    out_at  DATETIME(3) NOT NULL,
    INDEX due (out_at)
);

-- Every change of hands, append-only. cause is what happened; who = the fan, or 0 for the house.
CREATE TABLE seat_history (
    id      BIGINT                           NOT NULL AUTO_INCREMENT PRIMARY KEY,
    seat_id BIGINT                           NOT NULL,
    at      DATETIME(3)                      NOT NULL,
    cause   VARCHAR(12) CHARACTER SET ascii  NOT NULL,
    who     BIGINT                           NOT NULL,
    hold_id CHAR(36)    CHARACTER SET ascii  NULL,
    INDEX one_seats_life (seat_id, id)
);

-- Which instance tidies up, and until when.
CREATE TABLE shift (
    name  VARCHAR(40) NOT NULL PRIMARY KEY,
    owner CHAR(36) CHARACTER SET ascii NOT NULL,
    until DATETIME(3) NOT NULL
);
INSERT INTO shift (name, owner, until) VALUES ('sweep', '', '2000-01-01 00:00:00.000');
