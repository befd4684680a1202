-- When and at which gate the ticket let somebody in; NULL: not yet. The UPDATE of this row decides between two gates.
ALTER TABLE ticket
    ADD COLUMN used_at     DATETIME(3) NULL,
    ADD COLUMN used_gate   VARCHAR(60) NULL,
    ADD COLUMN check_in_id CHAR(36)    NULL;

-- Every ticket that was held to a gate, with the answer. A scan id is the scanning account and the id that its scanner gave. `admitted` is TRUE with the result VALID, and where a gate without network let
-- somebody in and the result turned out to be another one.
CREATE TABLE check_in (
    id          CHAR(36)    NOT NULL PRIMARY KEY,
    scan_id     VARCHAR(90) NULL UNIQUE,
    event_id    BIGINT      NULL,
    ticket_id   BIGINT      NULL,
    gate        VARCHAR(60) NOT NULL,
    result      VARCHAR(16) NOT NULL,
    admitted    BOOLEAN     NOT NULL,
    scanned_by  BIGINT      NOT NULL,
    scanned_at  DATETIME(3) NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    undone_at   DATETIME(3) NULL,
    INDEX event_gate (event_id, admitted, gate)
);
