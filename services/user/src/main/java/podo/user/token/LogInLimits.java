package podo.user.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.starter.problem.TooManyRequests;

/**
 * Counts failed log-ins per account and per address in Redis, so that all instances agree. Without Redis nobody is
 * refused: hashing is slow by itself, and locking everybody out would do the attacker's work.
 */
@Component
class LogInLimits {

    private static final Logger log = LoggerFactory.getLogger(LogInLimits.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Counts one, and starts the window with the first. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local n = redis.call('INCR', KEYS[1])
            if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return n
            """, Long.class);

    private final StringRedisTemplate redis;
    private final LogInLimitSettings.LogIn limits;
    private final ClientAddresses addresses;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    LogInLimits(StringRedisTemplate redis, LogInLimitSettings settings, ClientAddresses addresses, Clock clock) {
        this.redis = redis;
        this.limits = settings.login();
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Refuses with 429 while too many tries have failed; asked before the password is looked at, and after. */
    void check(String email, String address) {
        Duration wait = ask(Duration.ZERO, () -> {
            Duration account = wait(account(email), limits.perAccount());
            Duration network =
                    addresses.isExempt(address) ? Duration.ZERO : wait(network(address), limits.perAddress());
            return account.compareTo(network) > 0 ? account : network;
        });
        if (!wait.isZero()) {
            throw new TooManyRequests(wait);
        }
    }

    void failed(String email, String address) {
        ask(0L, () -> count(account(email)));
        if (!addresses.isExempt(address)) {
            ask(0L, () -> count(network(address)));
        }
    }

    /** Whoever knows the password may mistype it again. */
    void succeeded(String email) {
        ask(false, () -> redis.delete(account(email)));
    }

    private Duration wait(String key, int limit) {
        String failures = redis.opsForValue().get(key);
        if (failures == null || Long.parseLong(failures) < limit) {
            return Duration.ZERO;
        }
        Long left = redis.getExpire(key, TimeUnit.MILLISECONDS);
        return Duration.ofMillis(left == null || left < 1 ? 1 : left);
    }

    private Long count(String key) {
        return redis.execute(COUNT, List.of(key), Long.toString(limits.window().toMillis()));
    }

    private <T> T ask(T otherwise, Supplier<T> question) {
        if (clock.instant().isBefore(awayUntil)) {
            return otherwise;
        }
        try {
            return question.get();
        } catch (DataAccessException e) {
            awayUntil = clock.instant().plus(PAUSE);
            log.warn("Log-ins are not limited, Redis is away: {}", e.getMessage());
            return otherwise;
        }
    }

    private static String account(String email) {
        return "podo:login:account:" + hash(email.strip().toLowerCase(Locale.ROOT));
    }

    private static String network(String address) {
        return "podo:login:address:" + ClientAddresses.network(address);
    }

    /** So that no list of e-mails lies in Redis. */
    private static String hash(String email) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
