-- What a team's box office sold: 2^40 and the id is the number of its buyer, who has no account. A sale without a booking was refused.
CREATE TABLE box_office_sale (
    id          BIGINT                            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id    BIGINT                            NOT NULL,
    member_id   BIGINT                            NOT NULL,
    request_key CHAR(64)     CHARACTER SET ascii   NOT NULL,
    hold_id     CHAR(36)     CHARACTER SET ascii   NOT NULL,
    way         VARCHAR(16)  CHARACTER SET ascii   NOT NULL,
    reason      VARCHAR(200) CHARACTER SET utf8mb4 NULL,
    language    VARCHAR(8)   CHARACTER SET ascii   NOT NULL,
    sold_at     DATETIME(3)                        NOT NULL,
    UNIQUE KEY once (event_id, member_id, request_key)
);

-- A sale has up to 50 seats and places; the id of a place has 16 digits.
ALTER TABLE cancellation MODIFY seat_ids VARCHAR(1000) NOT NULL;
