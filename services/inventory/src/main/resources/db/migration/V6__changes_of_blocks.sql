-- Numbers the changes of an event's blocked seats, so that a late message is known to be late.
ALTER TABLE hall ADD COLUMN blocks_revision BIGINT NOT NULL DEFAULT 0;
