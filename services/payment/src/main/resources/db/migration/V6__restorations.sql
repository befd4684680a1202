-- Backups that were restored: what the bank did after them is looked for until settled_at.
CREATE TABLE restoration (
    restored_from DATETIME(3) NOT NULL PRIMARY KEY,
    found_at      DATETIME(3) NOT NULL,
    claimed_until DATETIME(3) NULL,
    settled_at    DATETIME(3) NULL
);
