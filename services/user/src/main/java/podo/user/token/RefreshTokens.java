package podo.user.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/**
 * Refresh tokens that work once. A conditional UPDATE lets one of two simultaneous uses through; a use after the grace
 * period means that the token was copied, and revokes its family: all tokens of that log-in. Only SHA-256 hashes are stored.
 */
@Repository
class RefreshTokens {

    /** A new token, its log-in, and the account that it belongs to. */
    record IssuedToken(long accountId, long familyId, String token, boolean byPasskey) {

        String logIn() {
            return Long.toString(familyId);
        }
    }

    private record StoredToken(
            long familyId, long accountId, @Nullable LocalDateTime usedAt, boolean byPasskey) {}

    private final JdbcClient jdbc;
    private final TokenSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(JdbcClient jdbc, TokenSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts a family and returns its first token. @param agent what the browser or program calls itself @param byPasskey instead of by a password */
    @Transactional
    IssuedToken startLogIn(long accountId, @Nullable String agent, boolean byPasskey) {
        LocalDateTime now = now();
        jdbc.sql(
                        "INSERT INTO refresh_family (account_id, began_at, ends_at, agent, last_used_at, by_passkey) VALUES (:account, :now, :end, :agent, :now, :byPasskey)")
                .param("byPasskey", byPasskey)
                .param("account", accountId)
                .param("now", now)
                .param("end", now.plus(settings.refresh()))
                .param("agent", agent)
                .update();
        long familyId = jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
        return new IssuedToken(accountId, familyId, issue(familyId, now), byPasskey);
    }

    /** Marks a token as used and returns its successor; empty when it is unknown, used, revoked or expired. */
    @Transactional
    Optional<IssuedToken> rotate(String token) {
        LocalDateTime now = now();
        byte[] hash = hash(token);
        boolean accepted = jdbc.sql("""
                        UPDATE refresh_token t JOIN refresh_family f ON f.id = t.family_id
                        SET t.used_at = :now
                        WHERE t.hash = :hash AND t.used_at IS NULL AND f.revoked_at IS NULL AND f.ends_at > :now
                        """).param("now", now).param("hash", hash).update() == 1;
        Optional<StoredToken> stored = find(hash);
        if (accepted) {
            stored.ifPresent(it -> jdbc.sql("UPDATE refresh_family SET last_used_at = ? WHERE id = ?")
                    .params(now, it.familyId())
                    .update());
            return stored.map(
                    it -> new IssuedToken(it.accountId(), it.familyId(), issue(it.familyId(), now), it.byPasskey()));
        }
        stored.filter(it -> it.usedAt() != null
                        && it.usedAt().plus(settings.grace()).isBefore(now))
                .ifPresent(it -> revoke(it.familyId(), now));
        return Optional.empty();
    }

    /** Revokes the family of the token; does nothing for an unknown token. */
    @Transactional
    void revoke(String token) {
        find(hash(token)).ifPresent(it -> revoke(it.familyId(), now()));
    }

    /** The log-ins that were revoked after that time, at most 100,000. */
    List<String> revokedAfter(Instant time) {
        return jdbc.sql("SELECT id FROM refresh_family WHERE revoked_at > ? ORDER BY revoked_at LIMIT 100000")
                .param(Utc.column(time))
                .query((row, number) -> row.getString("id"))
                .list();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void deleteExpired() {
        jdbc.sql("DELETE FROM refresh_family WHERE ends_at < ? LIMIT 1000")
                .param(now())
                .update();
    }

    private void revoke(long familyId, LocalDateTime now) {
        jdbc.sql("UPDATE refresh_family SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(now, familyId)
                .update();
    }

    private Optional<StoredToken> find(byte[] hash) {
        return jdbc.sql("""
                        SELECT f.id AS family_id, f.account_id, t.used_at, f.by_passkey
                        FROM refresh_token t JOIN refresh_family f ON f.id = t.family_id
                        WHERE t.hash = ?
                        """).param(hash).query(StoredToken.class).optional();
    }

    private String issue(long familyId, LocalDateTime now) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("INSERT INTO refresh_token (hash, family_id, issued_at) VALUES (?, ?, ?)")
                .params(hash(token), familyId, now)
                .update();
        return token;
    }

    /** No salt and no slow hash: the token is 256 random bits, which cannot be guessed. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }
}
