-- The first answer to each Idempotency-Key, kept for 24 hours; status 0 while the first call is still running.
CREATE TABLE idempotency_key (
    scope        CHAR(64)     NOT NULL PRIMARY KEY,
    request_hash CHAR(64)     NOT NULL,
    status       SMALLINT     NOT NULL,
    content_type VARCHAR(100) NULL,
    body         MEDIUMTEXT   NULL,
    claimed_at   DATETIME(3)  NOT NULL,
    INDEX claimed (claimed_at)
);
