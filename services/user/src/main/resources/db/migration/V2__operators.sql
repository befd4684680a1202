-- Operators see the money of all events; organisers that of their own.
ALTER TABLE account ADD COLUMN is_operator BOOLEAN NOT NULL DEFAULT FALSE;
