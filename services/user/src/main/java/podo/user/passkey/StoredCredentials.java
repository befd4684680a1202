package podo.user.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/**
 * The public keys, as Spring Security's relying party reads and writes them. A use is stored by one conditional UPDATE: of two uses with the
 * same count, as of an authenticator and its copy at the same moment, one is refused.
 */
@Repository
class StoredCredentials implements UserCredentialRepository {

    private static final Logger log = LoggerFactory.getLogger(StoredCredentials.class);

    private static final String SELECT = """
            SELECT k.credential_id, k.attestation, k.sign_count, k.name, k.transports, k.created_at, k.last_used_at, o.handle
            FROM passkey k JOIN passkey_owner o ON o.account_id = k.account_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredCredentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(SELECT + " WHERE k.credential_id = ?")
                .param(id.getBytes())
                .query(StoredCredentials::read)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + " WHERE o.handle = ?")
                .param(handle.getBytes())
                .query(StoredCredentials::read)
                .list();
    }

    /** Throws {@link PasskeyRefused} for a use whose count is not higher than the last one's, which the library lets pass. */
    @Override
    public void save(CredentialRecord credential) {
        if (findByCredentialId(credential.getCredentialId()) == null) {
            insert(credential);
        } else if (!isStoredUse(credential)) {
            log.warn(
                    "A passkey was used with a count that is not higher than before: its authenticator may have been copied");
            throw new PasskeyRefused();
        }
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("DELETE FROM passkey WHERE credential_id = ?")
                .param(id.getBytes())
                .update();
    }

    /** An authenticator that does not count always says 0. */
    private boolean isStoredUse(CredentialRecord credential) {
        return jdbc.sql("""
                        UPDATE passkey SET sign_count = :count, last_used_at = :now
                        WHERE credential_id = :id AND (sign_count < :count OR (sign_count = 0 AND :count = 0))
                        """)
                        .param("count", credential.getSignatureCount())
                        .param("now", Utc.millis(clock.instant()))
                        .param("id", credential.getCredentialId().getBytes())
                        .update()
                == 1;
    }

    private void insert(CredentialRecord credential) {
        Bytes attestation = credential.getAttestationObject();
        if (attestation == null) {
            throw new PasskeyRefused();
        }
        jdbc.sql("""
                INSERT INTO passkey (account_id, credential_id, attestation, sign_count, name, transports, created_at)
                SELECT account_id, :id, :attestation, :count, :name, :transports, :now FROM passkey_owner WHERE handle = :handle
                """)
                .param("id", credential.getCredentialId().getBytes())
                .param("attestation", attestation.getBytes())
                .param("count", credential.getSignatureCount())
                .param("name", credential.getLabel())
                .param(
                        "transports",
                        credential.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("now", Utc.millis(clock.instant()))
                .param("handle", credential.getUserEntityUserId().getBytes())
                .update();
    }

    private static CredentialRecord read(ResultSet row, int n) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                // the relying party takes the key from the attestation object
                .publicKey(new ImmutablePublicKeyCose(new byte[0]))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .label(row.getString("name"))
                .created(Utc.instant(row, "created_at"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
