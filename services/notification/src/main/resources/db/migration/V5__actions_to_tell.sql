-- What members of teams did with webhooks, until the log in reservation has it.
CREATE TABLE team_action (
    id         BIGINT                             NOT NULL AUTO_INCREMENT PRIMARY KEY,
    action_id  CHAR(36)    CHARACTER SET ascii    NOT NULL UNIQUE,
    team_id    BIGINT                             NOT NULL,
    account_id BIGINT                             NOT NULL,
    what       VARCHAR(40) CHARACTER SET ascii    NOT NULL,
    detail     TEXT        CHARACTER SET utf8mb4  NOT NULL,
    at         DATETIME(3)                        NOT NULL
);
