-- Name and e-mail of those who bought, as the user service said when it was asked last; empty until then, and after the account is deleted.
CREATE TABLE known_account (
    id       BIGINT                                NOT NULL PRIMARY KEY,
    name     VARCHAR(100) CHARACTER SET utf8mb4    NOT NULL DEFAULT '',
    email    VARCHAR(254) CHARACTER SET utf8mb4    NOT NULL DEFAULT '',
    asked_at DATETIME(3)                           NULL,
    INDEX asked (asked_at)
);

-- What an account is found by: each ending of its name and of the first part of its e-mail, so that any part of them is the beginning of a term.
CREATE TABLE known_account_term (
    term       VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    account_id BIGINT                                                NOT NULL,
    PRIMARY KEY (term, account_id),
    INDEX account (account_id)
);

INSERT IGNORE INTO known_account (id) SELECT DISTINCT fan_id FROM booking;
