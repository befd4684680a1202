-- What an order costs and whether it is paid. Written before the payment window opens.
CREATE TABLE payment (
    order_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    reservation_id VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hold_id        VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id       BIGINT       NOT NULL,
    fan_id         BIGINT       NOT NULL,
    seat_ids       VARCHAR(400) NOT NULL,
    order_name     VARCHAR(100) NOT NULL,
    amount         BIGINT       NOT NULL,
    status         VARCHAR(12)  NOT NULL,
    payment_key    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    approved_at    DATETIME(6)  NULL,
    refunded       BIGINT       NOT NULL DEFAULT 0,
    fees           BIGINT       NOT NULL DEFAULT 0,
    created_at     DATETIME(6)  NOT NULL,
    changed_at     DATETIME(6)  NOT NULL,
    INDEX status_changed (status, changed_at),
    INDEX changed (changed_at)
);

-- One try to charge an order with one payment key. The row is there before the bank is asked.
CREATE TABLE attempt (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_key     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idempotency_key VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(10)  NOT NULL,
    code            VARCHAR(100) NULL,
    message         VARCHAR(500) NULL,
    pinned_until    DATETIME(6)  NULL,
    started_at      DATETIME(6)  NOT NULL,
    sent_at         DATETIME(6)  NULL,
    decided_at      DATETIME(6)  NULL,
    looks           INT          NOT NULL DEFAULT 0,
    look_at         DATETIME(6)  NOT NULL,
    last_seen       VARCHAR(500) NULL,
    UNIQUE INDEX order_key (order_id, payment_key),
    INDEX state_look (state, look_at)
);

-- Money that is to go back, or went back. The id is the cancellation's: a repeated message is the same refund.
CREATE TABLE refund (
    id          VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    order_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    seat_ids    VARCHAR(400) NOT NULL,
    amount      BIGINT       NOT NULL,
    fee         BIGINT       NOT NULL,
    reason      VARCHAR(200) NOT NULL,
    state       VARCHAR(10)  NOT NULL,
    key_number  INT          NOT NULL DEFAULT 1,
    tries       INT          NOT NULL DEFAULT 0,
    try_at      DATETIME(6)  NOT NULL,
    last_seen   VARCHAR(500) NULL,
    wanted_at   DATETIME(6)  NOT NULL,
    done_at     DATETIME(6)  NULL,
    INDEX state_try (state, try_at),
    INDEX of_order (order_id)
);

-- Every won that moved, once. Nothing is ever changed or deleted here.
CREATE TABLE ledger_entry (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(10)  NOT NULL,
    amount      BIGINT       NOT NULL,
    reference   VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    moved_at    DATETIME(6)  NOT NULL,
    UNIQUE INDEX once (kind, reference),
    INDEX of_order (order_id)
);

-- What somebody claims to be the bank has told us. Never believed: it only makes us look sooner.
CREATE TABLE webhook (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_key VARCHAR(200) NOT NULL,
    event_type  VARCHAR(60)  NOT NULL,
    status      VARCHAR(40)  NOT NULL,
    received_at DATETIME(6)  NOT NULL,
    look_at     DATETIME(6)  NULL,
    INDEX unlooked (look_at),
    INDEX of_order (order_id),
    INDEX received (received_at)
);
