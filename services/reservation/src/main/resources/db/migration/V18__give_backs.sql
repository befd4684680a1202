-- Seats that fans offer back, and the offers of them to those who asked for returned seats.
CREATE TABLE give_back (
    id              CHAR(36)    CHARACTER SET ascii NOT NULL PRIMARY KEY,
    booking_id      CHAR(36)                        NOT NULL,
    order_id        VARCHAR(40)                     NOT NULL,
    hold_id         CHAR(36)                        NOT NULL,
    event_id        BIGINT                          NOT NULL,
    fan_id          BIGINT                          NOT NULL,
    seat_id         BIGINT                          NOT NULL,
    open_seat       BIGINT                          NULL UNIQUE,
    price           BIGINT                          NOT NULL,
    asked_at        DATETIME(3)                     NOT NULL,
    opened_at       DATETIME(3)                     NULL,
    ended_at        DATETIME(3)                     NULL,
    end_reason      VARCHAR(16) CHARACTER SET ascii NULL,
    settled         BOOLEAN                         NOT NULL DEFAULT FALSE,
    buyer_order     VARCHAR(40)                     NULL,
    cancellation_id CHAR(36)                        NULL,
    INDEX fan (fan_id, asked_at),
    INDEX unsettled (settled, ended_at)
);

CREATE TABLE give_back_offer (
    id             CHAR(36)    CHARACTER SET ascii NOT NULL PRIMARY KEY,
    give_back_id   CHAR(36)    CHARACTER SET ascii NOT NULL,
    event_id       BIGINT                          NOT NULL,
    fan_id         BIGINT                          NOT NULL,
    offered_at     DATETIME(3)                     NOT NULL,
    expires_at     DATETIME(3)                     NULL,
    ended_at       DATETIME(3)                     NULL,
    end_reason     VARCHAR(16) CHARACTER SET ascii NULL,
    live_give_back CHAR(36)    CHARACTER SET ascii NULL UNIQUE,
    live_fan       VARCHAR(50) CHARACTER SET ascii NULL UNIQUE,
    INDEX fan (fan_id, offered_at),
    INDEX of_give_back (give_back_id)
);

-- Whether the fan was told because a seat is held for them, and not because seats are on sale again.
ALTER TABLE seat_wish ADD COLUMN offered BOOLEAN NOT NULL DEFAULT FALSE;
