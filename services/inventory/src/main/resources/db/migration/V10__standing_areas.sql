-- A standing area of an event. A place in it is a count and no row: taken = the places of area_hold and the rows of sold_seat
-- together. A hold whose time is over stays counted until somebody needs its places, or the sweeper comes; readers subtract
-- it by the clock. version grows with every change of taken, so that a late publication is known to be late.
CREATE TABLE area (
    id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id BIGINT      NOT NULL,
    position INT         NOT NULL,
    name     VARCHAR(60) NOT NULL,
    grade    INT         NOT NULL,
    capacity INT         NOT NULL,
    taken    INT         NOT NULL DEFAULT 0,
    x        INT         NOT NULL,
    y        INT         NOT NULL,
    width    INT         NOT NULL,
    height   INT         NOT NULL,
    revision INT         NOT NULL,
    version  BIGINT      NOT NULL DEFAULT 0,
    UNIQUE KEY plan_order (event_id, position),
    CONSTRAINT area_is_not_oversold CHECK (taken >= 0 AND taken <= capacity)
);

-- Places that are taken and not sold: a fan's hold, or without one, refunded places on their way back. Free from ends_at on,
-- whether or not the row is still there.
CREATE TABLE area_hold (
    id      BIGINT                        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    area_id BIGINT                        NOT NULL,
    hold_id CHAR(36)  CHARACTER SET ascii NULL,
    fan_id  BIGINT                        NOT NULL,
    places  INT                           NOT NULL,
    ends_at DATETIME(3)                   NOT NULL,
    UNIQUE KEY of_hold (hold_id, area_id),
    INDEX ends (area_id, ends_at)
);

-- Every change of an area's count, append-only, in the words of seat_history.
CREATE TABLE area_history (
    id      BIGINT                          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    area_id BIGINT                          NOT NULL,
    at      DATETIME(3)                     NOT NULL,
    cause   VARCHAR(12) CHARACTER SET ascii NOT NULL,
    who     BIGINT                          NOT NULL,
    hold_id CHAR(36)    CHARACTER SET ascii NULL,
    places  INT                             NOT NULL,
    INDEX one_areas_life (area_id, id)
);
CREATE TRIGGER area_history_is_not_changed BEFORE UPDATE ON area_history
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the history of areas is only ever added to';
CREATE TRIGGER area_history_is_not_deleted BEFORE DELETE ON area_history
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the history of areas is only ever added to';

-- The areas of a hold as area:places, comma-separated; the ids of its places stand in seat_ids behind those of its seats, in this order.
ALTER TABLE hold ADD COLUMN areas VARCHAR(200) CHARACTER SET ascii NOT NULL DEFAULT '';

-- The area of a sold place; null for a seat.
ALTER TABLE sold_seat ADD COLUMN area_id BIGINT NULL, ADD INDEX sold_of_area (area_id);

-- How many ids of places were handed out for the event.
ALTER TABLE hall ADD COLUMN place_ids BIGINT NOT NULL DEFAULT 0;
