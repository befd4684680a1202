-- A cancelled room stays closed whatever the levers say, also for fans who are inside.
ALTER TABLE room ADD COLUMN cancelled BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE room SET cancelled = TRUE WHERE event_id IN (SELECT event_id FROM known_show WHERE cancelled);

-- When the sale ends, to tell a booking that ended with the sale from one whose time ran out.
ALTER TABLE known_show ADD COLUMN sales_end_at DATETIME(3) NULL;
UPDATE known_show s JOIN room r ON r.event_id = s.event_id SET s.sales_end_at = r.sales_end_at;

-- Why a cancelled or refunded booking ended: GIVEN_BACK, EVENT_CANCELLED or SEATS_LOST.
ALTER TABLE booking ADD COLUMN end_reason VARCHAR(20) NULL;
