-- What authenticators know an account by, instead of its number: random bytes.
CREATE TABLE passkey_owner (
    account_id BIGINT        NOT NULL PRIMARY KEY,
    handle     VARBINARY(64) NOT NULL,
    UNIQUE KEY one_owner_per_handle (handle),
    CONSTRAINT owner_of_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- Public keys with which owners log in without a password. Nothing here opens an account.
CREATE TABLE passkey (
    id             BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id     BIGINT          NOT NULL,
    credential_id  VARBINARY(1023) NOT NULL,
    -- the answer of the authenticator at which it was made: has the public key
    attestation    BLOB            NOT NULL,
    -- how often the authenticator has signed; 0 when it does not count
    sign_count     BIGINT          NOT NULL,
    -- the owner's name for it
    name           VARCHAR(60)     NOT NULL,
    transports     VARCHAR(100)    NOT NULL,
    created_at     DATETIME(3)     NOT NULL,
    last_used_at   DATETIME(3)     NULL,
    UNIQUE KEY one_account_per_credential (credential_id),
    INDEX of_account (account_id, created_at),
    CONSTRAINT passkey_of_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- Whether a log-in began with a passkey, which its tokens say.
ALTER TABLE refresh_family ADD COLUMN by_passkey BOOLEAN NOT NULL DEFAULT FALSE;

-- The owner is told of log-ins from devices that were not seen, except of the first log-in.
ALTER TABLE account ADD COLUMN first_log_in_at DATETIME(3) NULL;
UPDATE account SET first_log_in_at = created_at;
-- Of a new device, its kind.
ALTER TABLE account_mail ADD COLUMN device VARCHAR(60) NULL;
