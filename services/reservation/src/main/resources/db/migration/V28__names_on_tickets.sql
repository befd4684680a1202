-- The name that stands on a ticket; NULL: its holder's. names_given: how often it was changed, so that phones at the door load their list anew.
ALTER TABLE ticket
    ADD COLUMN name        VARCHAR(100) CHARACTER SET utf8mb4 NULL,
    ADD COLUMN names_given INT NOT NULL DEFAULT 0;

-- What a ticket is found by: each ending of its name, as of an account's.
CREATE TABLE ticket_name_term (
    term      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ticket_id BIGINT                                                NOT NULL,
    PRIMARY KEY (term, ticket_id),
    INDEX ticket (ticket_id)
);

-- Which holder changed the name of which ticket when; never the name, which goes with its holder's account. removed: the holder's own stands again.
CREATE TABLE ticket_name_change (
    id         BIGINT                            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    booking_id CHAR(36)                          NOT NULL,
    ticket_id  BIGINT                            NOT NULL,
    account_id BIGINT                            NOT NULL,
    seat       VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
    removed    BOOLEAN                           NOT NULL,
    at         DATETIME(3)                       NOT NULL,
    INDEX of_booking (booking_id, id)
);
