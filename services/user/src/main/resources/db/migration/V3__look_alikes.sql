-- The SHA-256 of what an address looks like (LookAlikeKey): no two accounts look alike. NULL: an account from before that does.
ALTER TABLE account ADD COLUMN look_alike_hash BINARY(32) NULL;
ALTER TABLE account ADD UNIQUE KEY one_account_per_look (look_alike_hash);
