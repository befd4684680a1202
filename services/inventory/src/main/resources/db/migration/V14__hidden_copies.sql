-- A hidden copy of an event, which scripted fans rehearse on, is removed with the history of its seats. Its id is at most -1,000,000,000, and
-- so those of its seats are below -999,999,999 million; what became of every other seat stays written as before.
DELIMITER //
DROP TRIGGER seat_history_is_not_deleted//
CREATE TRIGGER seat_history_is_not_deleted BEFORE DELETE ON seat_history FOR EACH ROW
BEGIN
    IF OLD.seat_id >= -999999999000000 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the history of seats is only ever added to';
    END IF;
END//
DELIMITER ;
