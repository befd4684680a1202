-- When people are let in, as the organiser says; NULL: nothing is said.
ALTER TABLE known_show ADD COLUMN doors_at DATETIME(3) NULL;
