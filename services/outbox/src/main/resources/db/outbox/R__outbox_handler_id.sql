-- The outbox stores the name of the class that sends a record. Records written before that class was renamed (2026-11-28) follow it.
UPDATE outbox_record SET handler_id = REPLACE(handler_id, 'podo.outbox.Relay', 'podo.outbox.OutboxPublisher')
WHERE handler_id LIKE 'podo.outbox.Relay%';
