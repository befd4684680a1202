-- What each kind of ticket cost, as JSON: [{"name", "price"}]. Null without kinds. The kinds themselves stand in event.grades.
ALTER TABLE advertised_price ADD COLUMN kinds TEXT CHARACTER SET utf8mb4 NULL;
