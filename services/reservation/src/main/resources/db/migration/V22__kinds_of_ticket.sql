-- kinds is JSON: the kinds of ticket that the booking was offered, by grade. sum_fixed: its payment was opened, so its sum stays.
ALTER TABLE booking
    ADD COLUMN kinds     TEXT    CHARACTER SET utf8mb4 NULL,
    ADD COLUMN sum_fixed BOOLEAN NOT NULL DEFAULT FALSE;

-- price is what is paid, held_price what a ticket of the usual kind cost; the same where held_price is null. kind is null for the usual one.
ALTER TABLE booked_seat
    ADD COLUMN held_price BIGINT       NULL,
    ADD COLUMN kind       VARCHAR(40)  CHARACTER SET utf8mb4 NULL,
    ADD COLUMN proof      VARCHAR(100) CHARACTER SET utf8mb4 NULL;
