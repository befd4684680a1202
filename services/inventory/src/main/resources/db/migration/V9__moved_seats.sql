-- Every exchange of a sold seat for another, append-only: a late refund that names the old seat finds the one that the order has now.
CREATE TABLE seat_move (
    id        BIGINT                           NOT NULL AUTO_INCREMENT PRIMARY KEY,
    move_id   CHAR(36)     CHARACTER SET ascii NOT NULL,
    order_id  VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    from_seat BIGINT                           NOT NULL,
    to_seat   BIGINT                           NOT NULL,
    who       BIGINT                           NOT NULL,
    at        DATETIME(3)                      NOT NULL,
    INDEX of_order (order_id, id)
);
-- As which seat a moved one was held and paid for: the audit compares its price with what was advertised for that seat's grade.
ALTER TABLE sold_seat ADD COLUMN held_as BIGINT NULL;
