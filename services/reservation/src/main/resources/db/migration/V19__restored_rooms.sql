-- The backup from which the room was restored last: its queue numbers were set apart for it.
ALTER TABLE room ADD COLUMN restored_from DATETIME(3) NULL;
