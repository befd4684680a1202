-- Numbers the changes of an event, the refused ones included.
ALTER TABLE event ADD COLUMN revision INT NOT NULL DEFAULT 0;

-- A change that the inventory is asked about. The row stays until the answer is known.
CREATE TABLE proposed_change (
    event_id    BIGINT      NOT NULL PRIMARY KEY,
    revision    INT         NOT NULL,
    proposal    LONGTEXT    NOT NULL,
    proposed_at DATETIME(6) NOT NULL,
    INDEX proposed (proposed_at)
) CHARACTER SET utf8mb4;

-- What an event said that its grades cost, from when on: the audit compares it with what was charged.
CREATE TABLE advertised_price (
    event_id BIGINT      NOT NULL,
    revision INT         NOT NULL,
    grade    VARCHAR(40) NOT NULL,
    price    BIGINT      NOT NULL,
    since    DATETIME(6) NOT NULL,
    PRIMARY KEY (event_id, revision, grade)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
