-- A poster that an organiser uploaded, decoded and encoded anew: one row per width. Both instances read it here, and the backup holds it. digest names the
-- pixels, so that an address never shows another picture; event.poster is the one that is shown, NULL while the drawn one is.
CREATE TABLE event_poster (
    event_id   BIGINT      NOT NULL,
    digest     CHAR(32)    CHARACTER SET ascii NOT NULL,
    width      INT         NOT NULL,
    jpeg       MEDIUMBLOB  NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (event_id, digest, width),
    CONSTRAINT poster_of FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

ALTER TABLE event ADD COLUMN poster CHAR(32) CHARACTER SET ascii NULL;
