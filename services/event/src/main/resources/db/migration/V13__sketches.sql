-- A form of an event that is not saved yet, as typed: fields is JSON, name to text. event_id is the draft that it changes, NULL for a new event.
CREATE TABLE event_sketch (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    organiser_id BIGINT      NOT NULL,
    venue_id     BIGINT      NOT NULL,
    event_id     BIGINT      NULL,
    fields       LONGTEXT    NOT NULL,
    saved_at     DATETIME(3) NOT NULL,
    INDEX organiser (organiser_id, saved_at),
    CONSTRAINT sketch_in FOREIGN KEY (venue_id) REFERENCES venue (id),
    CONSTRAINT sketch_of FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
