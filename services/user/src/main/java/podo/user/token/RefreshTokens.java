package podo.user.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens work once. Of two that use the same one, the conditional update lets one through; a token that comes
 * back later was copied, and then every token of that log-in is dead. Only hashes are kept.
 */
@Repository
class RefreshTokens {

    /** A token in its owner's hands, and whose it is. */
    record Issued(long accountId, String token) {}

    private record Known(
            long familyId, long accountId, @Nullable LocalDateTime usedAt) {}

    private final JdbcClient jdbc;
    private final TokenSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(JdbcClient jdbc, TokenSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The first token of a log-in. */
    @Transactional
    String begin(long accountId) {
        LocalDateTime now = now();
        jdbc.sql("INSERT INTO refresh_family (account_id, began_at, ends_at) VALUES (?, ?, ?)")
                .params(accountId, now, now.plus(settings.refresh()))
                .update();
        long family = jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
        return issue(family, now);
    }

    /** Takes a token for its successor; empty when it is not good, or not any more. */
    @Transactional
    Optional<Issued> renew(String token) {
        LocalDateTime now = now();
        byte[] hash = hash(token);
        boolean first = jdbc.sql("""
                        UPDATE refresh_token t JOIN refresh_family f ON f.id = t.family_id
                        SET t.used_at = :now
                        WHERE t.hash = :hash AND t.used_at IS NULL AND f.revoked_at IS NULL AND f.ends_at > :now
                        """).param("now", now).param("hash", hash).update() == 1;
        Optional<Known> known = find(hash);
        if (first) {
            return known.map(it -> new Issued(it.accountId(), issue(it.familyId(), now)));
        }
        known.filter(it -> it.usedAt() != null
                        && it.usedAt().plus(settings.grace()).isBefore(now))
                .ifPresent(it -> revoke(it.familyId(), now));
        return Optional.empty();
    }

    /** Ends a log-in, whichever of its tokens is shown; an unknown one ends nothing. */
    @Transactional
    void revoke(String token) {
        find(hash(token)).ifPresent(it -> revoke(it.familyId(), now()));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void forget() {
        jdbc.sql("DELETE FROM refresh_family WHERE ends_at < ? LIMIT 1000")
                .param(now())
                .update();
    }

    private void revoke(long familyId, LocalDateTime now) {
        jdbc.sql("UPDATE refresh_family SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(now, familyId)
                .update();
    }

    private Optional<Known> find(byte[] hash) {
        return jdbc.sql("""
                        SELECT f.id AS family_id, f.account_id, t.used_at
                        FROM refresh_token t JOIN refresh_family f ON f.id = t.family_id
                        WHERE t.hash = ?
                        """).param(hash).query(Known.class).optional();
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

    /** 256 random bits need no salt and no slow hash. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
