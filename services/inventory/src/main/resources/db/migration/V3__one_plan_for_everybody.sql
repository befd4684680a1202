-- The price of each seat when it was held, in the order of seat_ids: a hold keeps it when the event's prices change.
ALTER TABLE hold ADD COLUMN prices VARCHAR(200) CHARACTER SET ascii NOT NULL DEFAULT '';
-- show_revision: the change of the show that the hall carries. asked_revision: the last one that was decided, and why it was
-- refused: a decision that was once given is never given otherwise.
ALTER TABLE hall
    ADD COLUMN on_sale_at DATETIME(3) NULL,
    ADD COLUMN show_revision INT NOT NULL DEFAULT 0,
    ADD COLUMN asked_revision INT NOT NULL DEFAULT 0,
    ADD COLUMN refusal VARCHAR(200) NULL;
