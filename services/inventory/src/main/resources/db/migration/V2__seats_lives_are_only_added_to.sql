-- What became of a seat stays written: the database itself refuses to change or delete it.
CREATE TRIGGER seat_history_is_not_changed BEFORE UPDATE ON seat_history
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the history of seats is only ever added to';
CREATE TRIGGER seat_history_is_not_deleted BEFORE DELETE ON seat_history
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the history of seats is only ever added to';

-- A seat that goes from a lapsed hold to the next owner was never freed by anybody: the one statement that gives it away
-- does not know the hold before, so that one's end is written down here, before the new owner's row.
DELIMITER //
CREATE TRIGGER seat_lapses_unseen AFTER UPDATE ON seat FOR EACH ROW
BEGIN
    IF OLD.status = 'H' AND OLD.hold_id IS NOT NULL AND NOT (OLD.hold_id <=> NEW.hold_id)
        AND (NEW.status IN ('H', 'S') OR (NEW.status = 'B' AND OLD.held_until <= UTC_TIMESTAMP(3))) THEN
        INSERT INTO seat_history (seat_id, at, cause, who, hold_id)
        VALUES (OLD.id, UTC_TIMESTAMP(3), 'LAPSED', COALESCE((SELECT fan_id FROM hold WHERE id = OLD.hold_id), 0), OLD.hold_id);
    END IF;
END//
DELIMITER ;
