-- Tokens of devices end with the version of the password. Failed log-ins are counted until the owner is told of them.
ALTER TABLE account
    ADD COLUMN password_version INT         NOT NULL DEFAULT 0,
    ADD COLUMN failed_log_ins   INT         NOT NULL DEFAULT 0,
    ADD COLUMN failed_since     DATETIME(3) NULL;
