-- A hold of the box office has up to 50 seats and places; the id of a place has 16 digits.
ALTER TABLE hold
    MODIFY seat_ids VARCHAR(1000) CHARACTER SET ascii NOT NULL,
    MODIFY prices VARCHAR(1000) CHARACTER SET ascii NOT NULL DEFAULT '',
    MODIFY areas VARCHAR(600) CHARACTER SET ascii NOT NULL DEFAULT '';
