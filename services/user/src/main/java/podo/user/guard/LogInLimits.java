package podo.user.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.starter.problem.TooManyRequests;
import podo.user.account.EmailKey;

/**
 * Counts failed log-ins per account and per address in Redis, shared by all instances. Without Redis no log-in is refused,
 * because the slow hash still limits guessing, and refusing everybody would be a denial of service.
 */
@Component
class LogInLimits {

    private static final Logger log = LoggerFactory.getLogger(LogInLimits.class);
    private static final Duration REDIS_PAUSE = Duration.ofSeconds(5);
    /** Increments the counter; the first increment starts the window. */
    private static final RedisScript<Long> INCREMENT = RedisScript.of("""
            local n = redis.call('INCR', KEYS[1])
            if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return n
            """, Long.class);

    private final StringRedisTemplate redis;
    private final LogInLimitSettings.LogIn limits;
    private final ClientAddresses addresses;
    private final Clock clock;
    private volatile Instant redisSkippedUntil = Instant.MIN;

    LogInLimits(StringRedisTemplate redis, LogInLimitSettings settings, ClientAddresses addresses, Clock clock) {
        this.redis = redis;
        this.limits = settings.login();
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Throws {@link TooManyRequests} (429) while the account or the address has too many failed log-ins. */
    void check(String email, String address) {
        Duration wait = askRedis(Duration.ZERO, () -> {
            Duration accountWait = remainingWait(accountKey(email), limits.perAccount());
            Duration addressWait = addresses.isExempt(address)
                    ? Duration.ZERO
                    : remainingWait(addressKey(address), limits.perAddress());
            return accountWait.compareTo(addressWait) > 0 ? accountWait : addressWait;
        });
        if (!wait.isZero()) {
            throw new TooManyRequests(wait);
        }
    }

    void recordFailure(String email, String address) {
        askRedis(0L, () -> increment(accountKey(email)));
        if (!addresses.isExempt(address)) {
            askRedis(0L, () -> increment(addressKey(address)));
        }
    }

    /** Called after a successful log-in; failures of the address are kept. */
    void clearFailures(String email) {
        askRedis(false, () -> redis.delete(accountKey(email)));
    }

    private Duration remainingWait(String key, int limit) {
        String failures = redis.opsForValue().get(key);
        if (failures == null || Long.parseLong(failures) < limit) {
            return Duration.ZERO;
        }
        Long left = redis.getExpire(key, TimeUnit.MILLISECONDS);
        return Duration.ofMillis(left == null || left < 1 ? 1 : left);
    }

    private Long increment(String key) {
        return redis.execute(
                INCREMENT, List.of(key), Long.toString(limits.window().toMillis()));
    }

    private <T> T askRedis(T fallback, Supplier<T> query) {
        if (clock.instant().isBefore(redisSkippedUntil)) {
            return fallback;
        }
        try {
            return query.get();
        } catch (DataAccessException e) {
            redisSkippedUntil = clock.instant().plus(REDIS_PAUSE);
            log.warn("Log-ins are not limited for {}, Redis is not available: {}", REDIS_PAUSE, e.getMessage());
            return fallback;
        }
    }

    private static String accountKey(String email) {
        return "podo:login:account:" + hash(EmailKey.of(email));
    }

    private static String addressKey(String address) {
        return "podo:login:address:" + ClientAddresses.network(address);
    }

    /** Keeps e-mail addresses out of Redis. */
    private static String hash(String email) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
