package podo.payment.charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.starter.redis.RedissonMultiLock;

/**
 * Lets one payment at a time run for the same seats while Redis answers. The lock only saves requests to the PG; the database
 * makes sure that an order is charged once, also without Redis. The names {@code pay:seat:<id>} differ from inventory's
 * {@code inv:seat:<id>}, so the two services never wait for each other.
 */
@Component
class PaymentSeatLocks {

    private static final Logger log = LoggerFactory.getLogger(PaymentSeatLocks.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** After Redis did not answer, payments run without locks for this long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RedissonClient redisson;
    private final ChargeSettings settings;
    private final Clock clock;
    private volatile Instant retryAt = Instant.MIN;

    PaymentSeatLocks(RedissonClient redisson, ChargeSettings settings, Clock clock) {
        this.redisson = redisson;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs the work under the seats' locks; without them when they stay busy for the whole wait or Redis does not answer. */
    <T> T around(List<Long> seatIds, Supplier<T> work) {
        RedissonMultiLock lock = clock.instant().isBefore(retryAt) ? null : acquire(seatIds);
        try {
            return work.get();
        } finally {
            if (lock != null) {
                release(lock);
            }
        }
    }

    private @Nullable RedissonMultiLock acquire(List<Long> seatIds) {
        RedissonMultiLock lock = new RedissonMultiLock(
                redisson, seatIds.stream().map(id -> "pay:seat:" + id).toList());
        return switch (lock.acquire(settings.lockWait(), LEASE)) {
            case ACQUIRED -> lock;
            case BUSY -> null;
            case UNAVAILABLE -> {
                log.warn("Redis does not answer, payments run without seat locks for {} s", PAUSE.toSeconds());
                retryAt = clock.instant().plus(PAUSE);
                yield null;
            }
        };
    }

    private static void release(RedissonMultiLock lock) {
        try {
            lock.release();
        } catch (RedisException e) {
            log.debug("Seat locks were not released and end with their lease: {}", e.toString());
        }
    }
}
