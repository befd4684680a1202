-- A deleted account keeps its number, which bookings and payments name, and nothing of the person.
ALTER TABLE account
    ADD COLUMN email_confirmed_at DATETIME(3) NULL,
    ADD COLUMN deleted_at         DATETIME(3) NULL;

-- Mails about an account. The link in one has the id and a keyed hash of it, so that nobody who reads this table can make one.
CREATE TABLE account_mail (
    id         CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    account_id BIGINT       NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    -- to which it goes: of a change the new one
    email      VARCHAR(254) NOT NULL,
    issued_at  DATETIME(3)  NOT NULL,
    ends_at    DATETIME(3)  NOT NULL,
    -- when its link was used, or a newer mail ended it
    ended_at   DATETIME(3)  NULL,
    INDEX of_account (account_id, kind, issued_at),
    INDEX ends (ends_at),
    CONSTRAINT mail_of_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- Wishes for a new password, of addresses with an account and without alike, until they are worked off a moment later.
CREATE TABLE reset_request (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email    VARCHAR(254) NOT NULL,
    asked_at DATETIME(3)  NOT NULL
) CHARACTER SET utf8mb4;

-- What the browser or program of a log-in calls itself, for its owner to recognise it.
ALTER TABLE refresh_family
    ADD COLUMN agent        VARCHAR(200) NULL,
    ADD COLUMN last_used_at DATETIME(3)  NULL;
