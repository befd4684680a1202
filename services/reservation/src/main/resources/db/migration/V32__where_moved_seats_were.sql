-- Where the seats of a move were and are, as their tickets said: the mail about the move names both. Null of older moves. A place in a
-- standing area has a section alone.
ALTER TABLE moved_seat
    ADD COLUMN from_section VARCHAR(100) CHARACTER SET utf8mb4 NULL,
    ADD COLUMN from_row     VARCHAR(20)  CHARACTER SET utf8mb4 NULL,
    ADD COLUMN from_number  INT          NULL,
    ADD COLUMN to_section   VARCHAR(100) CHARACTER SET utf8mb4 NULL,
    ADD COLUMN to_row       VARCHAR(20)  CHARACTER SET utf8mb4 NULL,
    ADD COLUMN to_number    INT          NULL;
