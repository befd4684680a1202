-- A team has the number of the account that founded it: events and venues name it as their organiser, and go on to do so when the
-- account is not a member any more.
CREATE TABLE team (
    id         BIGINT       NOT NULL PRIMARY KEY,
    name       VARCHAR(100) NOT NULL,
    founded_at DATETIME(3)  NOT NULL
) CHARACTER SET utf8mb4;

CREATE TABLE team_member (
    team_id    BIGINT                          NOT NULL,
    account_id BIGINT                          NOT NULL,
    role       VARCHAR(20) CHARACTER SET ascii NOT NULL,
    -- JSON; null for all events of the team
    events     TEXT                            NULL,
    since      DATETIME(3)                     NOT NULL,
    PRIMARY KEY (team_id, account_id),
    INDEX of_account (account_id),
    CONSTRAINT member_of_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT member_is_account FOREIGN KEY (account_id) REFERENCES account (id)
) CHARACTER SET utf8mb4;

-- Open while its mail's link works: account_mail knows whether it was used, ended or is over. It goes with its mail, a day after the link's end,
-- because it has the address of somebody who may have no account.
CREATE TABLE team_invitation (
    id         BIGINT                                            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    team_id    BIGINT                                            NOT NULL,
    email      VARCHAR(254)                                      NOT NULL,
    role       VARCHAR(20) CHARACTER SET ascii                   NOT NULL,
    events     TEXT                                              NULL,
    mail_id    CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    UNIQUE KEY mail (mail_id),
    INDEX of_team (team_id),
    CONSTRAINT invitation_of_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT invitation_by_mail FOREIGN KEY (mail_id) REFERENCES account_mail (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- What a letter names, such as the team; JSON.
ALTER TABLE account_mail ADD COLUMN words VARCHAR(1000) CHARACTER SET utf8mb4 NULL;

INSERT INTO team (id, name, founded_at) SELECT id, name, created_at FROM account WHERE organiser AND deleted_at IS NULL;
INSERT INTO team_member (team_id, account_id, role, since) SELECT id, id, 'OWNER', founded_at FROM team;
