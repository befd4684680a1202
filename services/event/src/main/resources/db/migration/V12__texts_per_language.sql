-- texts is JSON: title, description and notes in languages of the pages, where they differ from the event's own; other_titles holds their titles for the search.
ALTER TABLE event
    ADD COLUMN texts        LONGTEXT     NULL,
    ADD COLUMN other_titles VARCHAR(500) NOT NULL DEFAULT '';
