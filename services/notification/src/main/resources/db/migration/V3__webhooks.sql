-- Addresses of teams that are told what happens, and what was sent to them.
CREATE TABLE team_webhook (
    id         BIGINT                                             NOT NULL AUTO_INCREMENT PRIMARY KEY,
    team_id    BIGINT                                             NOT NULL,
    url        VARCHAR(500)                                       NOT NULL,
    types      VARCHAR(300) CHARACTER SET ascii                   NOT NULL,
    -- whsec_ and 24 bytes in Base64; each request is signed with it, so it can't be a hash
    secret     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the secret before, with which requests are signed too until then
    old_secret VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    old_until  DATETIME(3)                                        NULL,
    -- ON, OFF by a member, GONE: it answered 410
    state      VARCHAR(8)   CHARACTER SET ascii                   NOT NULL,
    made_by    BIGINT                                             NOT NULL,
    made_at    DATETIME(3)                                        NOT NULL,
    INDEX of_team (team_id)
) CHARACTER SET utf8mb4;

CREATE TABLE webhook_message (
    id         BIGINT                                            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    webhook_id BIGINT                                            NOT NULL,
    -- the header webhook-id: the same for each try, and for each webhook that is told the same
    message_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(32) CHARACTER SET ascii                   NOT NULL,
    body       TEXT                                              NOT NULL,
    -- DUE, DONE, FAILED
    state      VARCHAR(8)  CHARACTER SET ascii                   NOT NULL,
    tries      INT                                               NOT NULL DEFAULT 0,
    due_at     DATETIME(3)                                       NOT NULL,
    made_at    DATETIME(3)                                       NOT NULL,
    ended_at   DATETIME(3)                                       NULL,
    UNIQUE KEY once (webhook_id, message_id),
    INDEX due (state, webhook_id, due_at),
    INDEX made (made_at),
    CONSTRAINT message_of_webhook FOREIGN KEY (webhook_id) REFERENCES team_webhook (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE webhook_try (
    id         BIGINT                           NOT NULL AUTO_INCREMENT PRIMARY KEY,
    message_id BIGINT                           NOT NULL,
    at         DATETIME(3)                      NOT NULL,
    millis     INT                              NOT NULL,
    -- of the answer; null without one
    status     INT                              NULL,
    -- why there was no answer
    problem    VARCHAR(40) CHARACTER SET ascii  NULL,
    -- its beginning
    answer     VARCHAR(1024)                    NULL,
    INDEX of_message (message_id),
    CONSTRAINT try_of_message FOREIGN KEY (message_id) REFERENCES webhook_message (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- Whose an event is, as its messages say.
CREATE TABLE webhook_event (
    event_id BIGINT NOT NULL PRIMARY KEY,
    team_id  BIGINT NOT NULL
);
