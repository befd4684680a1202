-- What the event's plan draws beside the seats: stage and other shapes, companions' seats, restricted views. JSON, because it is read
-- and written whole; NULL for a hall that was laid out before plans could be drawn.
ALTER TABLE hall ADD COLUMN drawing MEDIUMTEXT CHARACTER SET utf8mb4 NULL;
