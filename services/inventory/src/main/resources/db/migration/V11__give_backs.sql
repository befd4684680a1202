-- Sold seats that their fan offers back. While one is open, open_seat is its seat: a seat is offered once at a time.
CREATE TABLE give_back (
    id          CHAR(36)    CHARACTER SET ascii NOT NULL PRIMARY KEY,
    event_id    BIGINT                          NOT NULL,
    seat_id     BIGINT                          NOT NULL,
    open_seat   BIGINT                          NULL UNIQUE,
    giver_hold  CHAR(36)    CHARACTER SET ascii NOT NULL,
    giver_order VARCHAR(64) CHARACTER SET ascii NOT NULL,
    price       BIGINT                          NOT NULL,
    held_at     DATETIME(3)                     NOT NULL,
    state       VARCHAR(10) CHARACTER SET ascii NOT NULL,
    claim_hold  CHAR(36)    CHARACTER SET ascii NULL,
    buyer_order VARCHAR(64) CHARACTER SET ascii NULL,
    opened_at   DATETIME(3)                     NOT NULL,
    ended_at    DATETIME(3)                     NULL,
    INDEX of_claim (claim_hold)
);
