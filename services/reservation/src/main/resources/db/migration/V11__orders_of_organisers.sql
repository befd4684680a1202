ALTER TABLE known_show ADD INDEX organiser (organiser_id);
ALTER TABLE booking ADD INDEX event_time (event_id, created_at, id), ADD COLUMN note VARCHAR(1000) CHARACTER SET utf8mb4 NULL;
-- An order is found by "row B, number 12", within an event by the range of its seat ids.
-- paid_grade: what was paid for, when the organiser has moved the order to another grade.
ALTER TABLE booked_seat ADD INDEX label (seat_row, seat_number, seat_id), ADD COLUMN paid_grade VARCHAR(50) NULL;
-- An organiser's reason is part of it.
ALTER TABLE cancellation MODIFY reason VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL;

-- Seats that the organiser exchanged: a late message that names the old one means the new one.
CREATE TABLE moved_seat (
    id         BIGINT                       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    booking_id CHAR(36)                     NOT NULL,
    move_id    CHAR(36) CHARACTER SET ascii NOT NULL,
    from_seat  BIGINT                       NOT NULL,
    to_seat    BIGINT                       NOT NULL,
    moved_at   DATETIME(3)                  NOT NULL,
    UNIQUE KEY once (move_id, from_seat),
    INDEX booking (booking_id, id)
);

-- What organisers did, append-only. detail is JSON, its members named by the kind of action.
CREATE TABLE organiser_action (
    id           BIGINT                              NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id     BIGINT                              NOT NULL,
    order_id     VARCHAR(40)                         NULL,
    organiser_id BIGINT                              NOT NULL,
    what         VARCHAR(20)  CHARACTER SET ascii    NOT NULL,
    detail       VARCHAR(4000) CHARACTER SET utf8mb4 NOT NULL,
    at           DATETIME(3)                         NOT NULL,
    INDEX event (event_id, id),
    INDEX of_order (order_id, id)
);
CREATE TRIGGER organiser_action_is_not_changed BEFORE UPDATE ON organiser_action
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what organisers did is only ever added to';
CREATE TRIGGER organiser_action_is_not_deleted BEFORE DELETE ON organiser_action
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what organisers did is only ever added to';
