-- For an event's money report.
ALTER TABLE payment ADD INDEX event (event_id, order_id);
