-- What was written into the ledger stays as it is: the database itself refuses to change or delete it.
CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is only ever added to';
CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is only ever added to';

-- Whose turn it is to ask stands beside when to look next, so that a hint (a webhook, an operator) can't start a second asking.
ALTER TABLE attempt ADD COLUMN claimed_until DATETIME(6) NULL;
