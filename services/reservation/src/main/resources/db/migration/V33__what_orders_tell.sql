-- What is special about the seat: place is ACCESSIBLE or COMPANION, view_note why not all of the stage is seen from it. Null of older bookings.
ALTER TABLE booked_seat
    ADD COLUMN place     VARCHAR(12)  NULL,
    ADD COLUMN view_note VARCHAR(100) CHARACTER SET utf8mb4 NULL;

-- The history of an order tells whom its tickets let in.
CREATE INDEX of_ticket ON check_in (ticket_id);
