-- titles is JSON: the title by language of the pages where it differs; NULL: one title for every language.
ALTER TABLE known_show ADD COLUMN titles VARCHAR(1000) CHARACTER SET utf8mb4 NULL;
