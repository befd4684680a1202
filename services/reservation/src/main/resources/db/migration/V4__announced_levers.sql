-- What the show last said about rate and cap. Only a new word moves the levers: what the operator set by hand outlives an edit of
-- something else, and a message that comes twice.
ALTER TABLE room
    ADD COLUMN announced_rate INT NOT NULL DEFAULT -1,
    ADD COLUMN announced_cap  INT NOT NULL DEFAULT -1;
UPDATE room SET announced_rate = rate, announced_cap = cap;
