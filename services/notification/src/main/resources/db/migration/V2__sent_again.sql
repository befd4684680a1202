-- How often somebody had a mail sent again that was sent or given up; the Message-ID follows from it too, so that mailboxes show it again.
ALTER TABLE mail ADD COLUMN again INT NOT NULL DEFAULT 0;
