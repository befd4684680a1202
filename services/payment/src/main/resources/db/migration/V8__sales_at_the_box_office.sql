-- An order of the box office has up to 50 seats and places; the id of a place has 16 digits.
ALTER TABLE payment MODIFY seat_ids VARCHAR(1000) NOT NULL;
ALTER TABLE refund MODIFY seat_ids VARCHAR(1000) NOT NULL;
