CREATE TABLE account (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email         VARCHAR(254) NOT NULL,
    -- the e-mail in lower case, compared byte by byte: no two accounts differ in case alone
    email_key     VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name          VARCHAR(100) NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    organiser     BOOLEAN      NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    UNIQUE KEY one_account_per_email (email_key)
) CHARACTER SET utf8mb4;

-- One log-in and all the refresh tokens that followed from it.
CREATE TABLE refresh_family (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BIGINT      NOT NULL,
    began_at   DATETIME(3) NOT NULL,
    ends_at    DATETIME(3) NOT NULL,
    revoked_at DATETIME(3) NULL,
    INDEX ends (ends_at),
    CONSTRAINT family_of_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- The tokens themselves are known to their owners only; here is the SHA-256 of each.
CREATE TABLE refresh_token (
    hash      BINARY(32)  NOT NULL PRIMARY KEY,
    family_id BIGINT      NOT NULL,
    issued_at DATETIME(3) NOT NULL,
    used_at   DATETIME(3) NULL,
    INDEX family (family_id),
    CONSTRAINT token_of_family FOREIGN KEY (family_id) REFERENCES refresh_family (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
