package podo.user.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * Counts failed log-ins in Redis, shared by all instances: by account and address, by account, and by address. A device that logged in
 * before has a count of its own instead, so that nobody else's failures keep it out. Without Redis no log-in is refused, because the
 * slow hash still limits guessing, and refusing everybody would be a denial of service.
 */
@Component
public class LogInLimits {

    private static final Logger log = LoggerFactory.getLogger(LogInLimits.class);
    private static final Duration REDIS_PAUSE = Duration.ofSeconds(5);

    /**
     * Counts one failure more. ARGV: now, window, limit, longest growing wait or 0. At the limit the next try waits: until the window
     * ends, or a time that doubles with each failure.
     */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local now, window, limit, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
            local n = tonumber(redis.call('HGET', KEYS[1], 'n') or '0')
            local ends = tonumber(redis.call('HGET', KEYS[1], 'ends') or '0')
            if ends <= now then
              n, ends = 0, now + window
            end
            n = n + 1
            local from = 0
            if n >= limit then
              from = ends
              if longest > 0 then
                from = now + math.min(longest, 1000 * 2 ^ math.min(n - limit, 20))
                ends = now + window
              end
            end
            redis.call('HSET', KEYS[1], 'n', n, 'ends', string.format('%.0f', ends), 'from', string.format('%.0f', from))
            redis.call('PEXPIRE', KEYS[1], window + longest)
            return n
            """, Long.class);

    private static final String ACCOUNT_KEY = "podo:login:account:";

    private record Counter(String key, int limit, Duration longestWait) {}

    private final StringRedisTemplate redis;
    private final LogInLimitSettings.LogIn limits;
    private final ClientAddresses addresses;
    private final KeyedHash hash;
    private final Clock clock;
    private volatile Instant redisSkippedUntil = Instant.MIN;

    LogInLimits(
            StringRedisTemplate redis,
            LogInLimitSettings settings,
            ClientAddresses addresses,
            KeyedHash hash,
            Clock clock) {
        this.redis = redis;
        this.limits = settings.login();
        this.addresses = addresses;
        this.hash = hash;
        this.clock = clock;
    }

    /** Throws {@link TooManyRequests} (429) while this attempt has to wait. */
    public void check(LogInAttempt attempt) {
        check(counters(attempt));
    }

    private void check(List<Counter> counters) {
        Duration wait = askRedis(
                Duration.ZERO,
                () -> counters.stream()
                        .map(this::remainingWait)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO));
        if (!wait.isZero()) {
            throw new TooManyRequests(wait);
        }
    }

    public void recordFailure(LogInAttempt attempt) {
        record(counters(attempt));
    }

    /** For a log-in that names no account. Throws {@link TooManyRequests} (429) while the address has to wait. */
    public void check(String address) {
        check(ofAddress(address));
    }

    /** Counts a failure that names no account. */
    public void recordFailure(String address) {
        record(ofAddress(address));
    }

    private void record(List<Counter> counters) {
        counters.forEach(counter -> askRedis(
                0L,
                () -> redis.execute(
                        COUNT,
                        List.of(counter.key()),
                        Long.toString(clock.millis()),
                        Long.toString(limits.window().toMillis()),
                        Integer.toString(counter.limit()),
                        Long.toString(counter.longestWait().toMillis()))));
    }

    /** Called after a successful log-in; what others count, by address or by account, is kept. */
    public void clearFailures(LogInAttempt attempt) {
        askRedis(false, () -> redis.delete(ownCounter(attempt).key()));
    }

    /** Called when the owner has shown by a mail to be it: what was guessed at the account before does not keep the owner out. */
    public void forgive(LogInAttempt attempt) {
        clearFailures(attempt);
        askRedis(false, () -> redis.delete(ACCOUNT_KEY + account(attempt)));
    }

    private List<Counter> counters(LogInAttempt attempt) {
        List<Counter> counters = new ArrayList<>();
        counters.add(ownCounter(attempt));
        if (attempt.device() == null) {
            counters.add(
                    new Counter(ACCOUNT_KEY + account(attempt), limits.perAccountEverywhere(), limits.longestWait()));
            counters.addAll(ofAddress(attempt.address()));
        }
        return counters;
    }

    private List<Counter> ofAddress(String address) {
        return addresses.isExempt(address)
                ? List.of()
                : List.of(new Counter(
                        "podo:login:address:" + ClientAddresses.network(address), limits.perAddress(), Duration.ZERO));
    }

    private Counter ownCounter(LogInAttempt attempt) {
        String key = attempt.device() == null
                ? "podo:login:pair:" + account(attempt) + ":" + ClientAddresses.network(attempt.address())
                : "podo:login:device:" + hash.of("device-key", attempt.device());
        return new Counter(key, limits.perAccount(), Duration.ZERO);
    }

    private String account(LogInAttempt attempt) {
        return hash.of("log-in", EmailKey.of(attempt.email()));
    }

    private Duration remainingWait(Counter counter) {
        Object from = redis.opsForHash().get(counter.key(), "from");
        long millis = from == null ? 0 : Long.parseLong(from.toString()) - clock.millis();
        return Duration.ofMillis(Math.max(0, millis));
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
}
