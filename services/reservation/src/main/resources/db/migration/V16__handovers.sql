-- Whether and until how many hours before the start tickets may be handed over.
ALTER TABLE known_show
    ADD COLUMN handover_allowed    BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN handover_ends_hours INT     NOT NULL DEFAULT 0;

-- Links that hand tickets over. Of its secret only the SHA-256 is kept. OPEN, ACCEPTED, WITHDRAWN or REPLACED; that one has expired, or that its
-- tickets are gone, is seen when it is read.
CREATE TABLE handover (
    id          CHAR(36)    NOT NULL PRIMARY KEY,
    secret_hash CHAR(64)    CHARACTER SET ascii NOT NULL UNIQUE,
    booking_id  CHAR(36)    NOT NULL,
    event_id    BIGINT      NOT NULL,
    giver_id    BIGINT      NOT NULL,
    receiver_id BIGINT      NULL,
    state       VARCHAR(10) NOT NULL,
    created_at  DATETIME(3) NOT NULL,
    expires_at  DATETIME(3) NOT NULL,
    ended_at    DATETIME(3) NULL,
    INDEX giver (giver_id, created_at),
    INDEX receiver (receiver_id),
    INDEX booking (booking_id, state)
);

CREATE TABLE handed_ticket (
    handover_id CHAR(36) NOT NULL,
    ticket_id   BIGINT   NOT NULL,
    PRIMARY KEY (handover_id, ticket_id),
    INDEX ticket (ticket_id)
);
