-- Keys with which programs act for a team. The text of a key is shown once and not kept.
CREATE TABLE team_key (
    id           BIGINT                                            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    team_id      BIGINT                                            NOT NULL,
    name         VARCHAR(100)                                      NOT NULL,
    -- SHA-256, in hexadecimal digits
    hash         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- by which its owner knows it again
    start        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    scopes       VARCHAR(300) CHARACTER SET ascii                  NOT NULL,
    -- whether it was made after a log-in with a passkey
    by_passkey   BOOLEAN                                           NOT NULL,
    made_by      BIGINT                                            NOT NULL,
    made_at      DATETIME(3)                                       NOT NULL,
    ends_at      DATETIME(3)                                       NOT NULL,
    -- to the minute, later than the moment by up to one
    last_used_at DATETIME(3)                                       NULL,
    revoked_at   DATETIME(3)                                       NULL,
    UNIQUE KEY by_hash (hash),
    INDEX of_team (team_id, made_by),
    CONSTRAINT key_of_team FOREIGN KEY (team_id) REFERENCES team (id)
) CHARACTER SET utf8mb4;
