-- An order of a box office has up to 50 seats and places; the id of a place has 16 digits.
ALTER TABLE mail MODIFY seat_ids VARCHAR(1000) CHARACTER SET ascii NULL;
