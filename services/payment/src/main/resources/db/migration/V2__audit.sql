-- The last audit, and when the next is due: whichever instance moves next_at does it.
CREATE TABLE audit_report (
    id      TINYINT     NOT NULL PRIMARY KEY,
    next_at DATETIME(6) NOT NULL,
    report  LONGTEXT    NULL
);
INSERT INTO audit_report (id, next_at, report) VALUES (1, '2000-01-01 00:00:00', NULL);
