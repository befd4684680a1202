package podo.inventory.hold.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.inventory.hold.HoldSettings;
import podo.starter.problem.TooManyRequests;
import podo.starter.redis.RedisCircuitBreaker;

/**
 * Limits how fast one account may request holds, by the generic cell rate algorithm: one timestamp per fan. A fan's first uncountedRequests
 * requests in a minute are counted in this instance; the next one adds them all to the count in Redis. While Redis does not
 * answer there is no limit.
 */
@Component
class HoldRateLimiter {

    /** ARGV: now, milliseconds per request, burst, number of requests. Returns the milliseconds to wait, 0 for none. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local now, step, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local due = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + step * ARGV[4]
            if due - now > step * most then return due - now - step * most end
            redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', due - now)
            return 0
            """, Long.class);

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker redisBreaker;
    private final Clock clock;
    private final String step;
    private final String burst;
    /** A sixth of a burst, which is more than a purchase needs. */
    private final int uncountedRequests;

    private final Cache<Long, AtomicInteger> localCounts = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    HoldRateLimiter(StringRedisTemplate redis, RedisCircuitBreaker redisBreaker, Clock clock, HoldSettings settings) {
        this.redis = redis;
        this.redisBreaker = redisBreaker;
        this.clock = clock;
        this.step = Long.toString(60_000L / settings.perMinute());
        this.burst = Integer.toString(settings.burst());
        this.uncountedRequests = settings.burst() / 6;
    }

    /** Throws {@link TooManyRequests} with the time to wait. */
    void count(long fanId) {
        int requests = localCounts.get(fanId, fan -> new AtomicInteger()).incrementAndGet();
        if (requests > uncountedRequests) {
            countInRedis(fanId, requests == uncountedRequests + 1 ? requests : 1);
        }
    }

    private void countInRedis(long fanId, int times) {
        Duration wait = redisBreaker
                .call(() -> redis.execute(
                        COUNT,
                        List.of("inv:pace:" + fanId),
                        Long.toString(clock.millis()),
                        step,
                        burst,
                        Integer.toString(times)))
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
        if (wait.isPositive()) {
            throw new TooManyRequests(wait);
        }
    }
}
