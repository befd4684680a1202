-- Every process asks each second which log-ins were revoked since.
ALTER TABLE refresh_family ADD INDEX revoked (revoked_at);
