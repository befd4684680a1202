-- Kinds of ticket beside the usual one, as JSON: [{"name", "price", "proof"}]. Null without any.
ALTER TABLE grade ADD COLUMN kinds TEXT CHARACTER SET utf8mb4 NULL;
