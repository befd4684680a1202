-- What fans filter the list by, and what the event page says before they buy.
ALTER TABLE venue ADD COLUMN city VARCHAR(60) NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN city VARCHAR(60) NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN kind VARCHAR(20) NOT NULL DEFAULT 'OTHER';
ALTER TABLE event ADD COLUMN running_minutes INT NULL;
ALTER TABLE event ADD COLUMN minimum_age INT NULL;
