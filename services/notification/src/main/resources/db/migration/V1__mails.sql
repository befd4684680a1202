-- One row per mail, whoever asks for it and however often. It says what the mail is about, never what it says or to whom: text and address
-- are fetched when it is sent.
CREATE TABLE mail (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- what makes a second mail of the same thing impossible; the Message-ID follows from it
    mail_key   VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    -- the order, or what the user service calls this mail
    subject    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT       NULL,
    -- of a refund: what came back
    amount     BIGINT       NULL,
    seat_ids   VARCHAR(500) CHARACTER SET ascii NULL,
    state      VARCHAR(8)   NOT NULL,
    tries      INT          NOT NULL DEFAULT 0,
    due_at     DATETIME(3)  NOT NULL,
    created_at DATETIME(3)  NOT NULL,
    ended_at   DATETIME(3)  NULL,
    -- why the last try failed, without the address
    problem    VARCHAR(300) NULL,
    UNIQUE KEY once (mail_key),
    INDEX due (state, due_at),
    INDEX of_subject (subject),
    INDEX of_account (account_id),
    INDEX ended (ended_at)
) CHARACTER SET utf8mb4;
