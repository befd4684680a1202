-- The log also has what was done in other services, and what concerns no published event. An action that came in a message has its id.
ALTER TABLE organiser_action
    MODIFY event_id BIGINT NULL,
    MODIFY what VARCHAR(40) CHARACTER SET ascii NOT NULL,
    MODIFY detail TEXT CHARACTER SET utf8mb4 NOT NULL,
    ADD COLUMN team_id   BIGINT                       NULL,
    ADD COLUMN action_id CHAR(36) CHARACTER SET ascii NULL,
    ADD UNIQUE KEY once (action_id),
    ADD INDEX team (team_id, id);

-- The only change that rows ever get: the team of those from before.
DROP TRIGGER organiser_action_is_not_changed;
UPDATE organiser_action a JOIN known_show s ON s.event_id = a.event_id SET a.team_id = s.organiser_id;
CREATE TRIGGER organiser_action_is_not_changed BEFORE UPDATE ON organiser_action
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what organisers did is only ever added to';

-- Whoever does not say it, as this service's version from before: the team of the event.
CREATE TRIGGER organiser_action_has_its_team BEFORE INSERT ON organiser_action
    FOR EACH ROW SET NEW.team_id = COALESCE(NEW.team_id, (SELECT organiser_id FROM known_show WHERE event_id = NEW.event_id));
