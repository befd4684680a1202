package podo.inventory.hold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.inventory.redis.RedisCircuitBreaker;
import podo.starter.problem.TooManyRequests;

/**
 * How fast one account may ask for holds (generic cell rate algorithm: one timestamp per fan). A fan's first few tries in a
 * minute are counted here; with the next one Redis hears of them all. Without Redis, as fast as it likes.
 */
@Component
class HoldRateLimiter {

    /** Answers 0 when the fan may ask, else the milliseconds to wait. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local now, step, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local due = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + step * ARGV[4]
            if due - now > step * most then return due - now - step * most end
            redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', due - now)
            return 0
            """, Long.class);

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker doorbell;
    private final Clock clock;
    private final String step;
    private final String burst;
    /** A sixth of a burst: more than who buys tickets needs. */
    private final int few;

    private final Cache<Long, AtomicInteger> tries = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    HoldRateLimiter(StringRedisTemplate redis, RedisCircuitBreaker doorbell, Clock clock, HoldSettings settings) {
        this.redis = redis;
        this.doorbell = doorbell;
        this.clock = clock;
        this.step = Long.toString(60_000L / settings.perMinute());
        this.burst = Integer.toString(settings.burst());
        this.few = settings.burst() / 6;
    }

    void count(long fanId) {
        int tried = tries.get(fanId, fan -> new AtomicInteger()).incrementAndGet();
        if (tried > few) {
            countTogether(fanId, tried == few + 1 ? tried : 1);
        }
    }

    private void countTogether(long fanId, int times) {
        long wait = doorbell.ask(() -> redis.execute(
                        COUNT,
                        List.of("inv:pace:" + fanId),
                        Long.toString(clock.millis()),
                        step,
                        burst,
                        Integer.toString(times)))
                .orElse(0L);
        if (wait > 0) {
            throw new TooManyRequests(Duration.ofMillis(wait));
        }
    }
}
