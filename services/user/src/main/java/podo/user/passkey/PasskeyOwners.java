package podo.user.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** What authenticators know accounts by: a random handle for each. The name of an entity here is the account's number. */
@Repository
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;

    PasskeyOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account's handle, which the first of two simultaneous calls decides. */
    Bytes handleOf(long accountId) {
        save(entity(accountId, Bytes.random()));
        return new Bytes(jdbc.sql("SELECT handle FROM passkey_owner WHERE account_id = ?")
                .param(accountId)
                .query(byte[].class)
                .single());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return jdbc.sql("SELECT account_id FROM passkey_owner WHERE handle = ?")
                .param(handle.getBytes())
                .query((row, n) -> entity(row.getLong("account_id"), handle))
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String accountId) {
        return jdbc.sql("SELECT account_id, handle FROM passkey_owner WHERE account_id = ?")
                .param(accountId)
                .query((row, n) -> entity(row.getLong("account_id"), new Bytes(row.getBytes("handle"))))
                .optional()
                .orElse(null);
    }

    /** Keeps the handle that the account has already. */
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        jdbc.sql("INSERT IGNORE INTO passkey_owner (account_id, handle) VALUES (?, ?)")
                .params(owner.getName(), owner.getId().getBytes())
                .update();
    }

    @Override
    public void delete(Bytes handle) {
        jdbc.sql("DELETE FROM passkey_owner WHERE handle = ?")
                .param(handle.getBytes())
                .update();
    }

    private static PublicKeyCredentialUserEntity entity(long accountId, Bytes handle) {
        String number = Long.toString(accountId);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(number)
                .displayName(number)
                .build();
    }
}
