-- Accounts that check tickets at the doors of all events.
ALTER TABLE account ADD COLUMN door_staff BOOLEAN NOT NULL DEFAULT FALSE;
