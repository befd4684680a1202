-- What buyers are told about a change of a show. Changes that follow each other before anybody was told are one row.
CREATE TABLE show_change (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id   BIGINT        NOT NULL,
    -- of the last message that is in it
    revision   INT           NOT NULL,
    changed_at DATETIME(3)   NOT NULL,
    -- JSON: what differs
    fields     LONGTEXT      NOT NULL,
    note       VARCHAR(5000) NULL,
    -- until when whoever bought before can cancel without a fee
    free_until DATETIME(3)   NULL,
    told       BOOLEAN       NOT NULL DEFAULT FALSE,
    -- when buyers who were not told are looked for next; NULL: not any more
    look_at    DATETIME(3)   NULL,
    INDEX event (event_id, id),
    INDEX look (look_at)
) CHARACTER SET utf8mb4;

-- Who was told of what: a row for each booking, so that nobody is told twice.
CREATE TABLE change_notice (
    change_id  BIGINT      NOT NULL,
    booking_id CHAR(36)    NOT NULL,
    told_at    DATETIME(3) NOT NULL,
    PRIMARY KEY (change_id, booking_id),
    INDEX booking (booking_id)
);
