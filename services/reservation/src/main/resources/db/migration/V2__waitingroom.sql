-- A waiting room belongs to one event. Its moving parts are in Redis; what must never be lost is here.
CREATE TABLE room (
    event_id        BIGINT       NOT NULL PRIMARY KEY,
    organiser_id    BIGINT       NOT NULL,
    lobby_opens_at  DATETIME(3)  NOT NULL,
    on_sale_at      DATETIME(3)  NOT NULL,
    sales_end_at    DATETIME(3)  NOT NULL,
    rate            INT          NOT NULL,
    cap             INT          NOT NULL,
    extensions      INT          NOT NULL,
    mode            VARCHAR(10)  NOT NULL,
    seed            CHAR(64)     NOT NULL,
    seed_hash       CHAR(64)     NOT NULL,
    list_hash       CHAR(64)     NULL,
    drawn_at        DATETIME(3)  NULL,
    drawn           INT          NOT NULL DEFAULT 0,
    highest_number  BIGINT       NOT NULL DEFAULT 0,
    INDEX sales_end (sales_end_at)
);

-- The closed list of a lobby in drawn order: what everybody may check the draw with.
CREATE TABLE drawn_place (
    event_id  BIGINT   NOT NULL,
    number    BIGINT   NOT NULL,
    ticket_id CHAR(22) NOT NULL,
    fan_id    BIGINT   NOT NULL,
    PRIMARY KEY (event_id, number),
    UNIQUE KEY one_place (event_id, fan_id)
);
