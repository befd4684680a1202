-- The change of the show that the row carries: an older message never overwrites a newer one.
ALTER TABLE known_show ADD COLUMN show_revision INT NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN show_revision INT NOT NULL DEFAULT 0;
