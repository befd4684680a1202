package podo.payment.charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One payment at a time for the same seats, as long as Redis answers. The lock is only the doorman (it spares the bank a
 * question); that an order is charged once is judged by the database, and without Redis by the database alone. The names
 * {@code pay:seat:…} can't meet inventory's, and they are always taken in the order of the seats.
 */
@Component
class PaymentSeatLocks {

    private static final Logger log = LoggerFactory.getLogger(PaymentSeatLocks.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration WITHOUT_REDIS = Duration.ofSeconds(5);

    private final RedissonClient redisson;
    private final ChargeSettings settings;
    private final Clock clock;
    private volatile Instant tryAgainAt = Instant.MIN;

    PaymentSeatLocks(RedissonClient redisson, ChargeSettings settings, Clock clock) {
        this.redisson = redisson;
        this.settings = settings;
        this.clock = clock;
    }

    <T> T around(List<Long> seatIds, Supplier<T> work) {
        RLock lock = clock.instant().isBefore(tryAgainAt) ? null : lock(seatIds);
        try {
            return work.get();
        } finally {
            if (lock != null) {
                unlock(lock);
            }
        }
    }

    private @Nullable RLock lock(List<Long> seatIds) {
        try {
            RLock[] seats = seatIds.stream()
                    .sorted()
                    .map(seat -> redisson.getLock("pay:seat:" + seat))
                    .toArray(RLock[]::new);
            RLock all = seats.length == 1 ? seats[0] : redisson.getMultiLock(seats);
            return all.tryLock(settings.lockWait().toMillis(), LEASE.toMillis(), TimeUnit.MILLISECONDS) ? all : null;
        } catch (RedisException e) {
            log.warn("Redis is away, the database judges alone: {}", e.toString());
            tryAgainAt = clock.instant().plus(WITHOUT_REDIS);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static void unlock(RLock lock) {
        try {
            lock.unlock();
        } catch (RedisException | IllegalMonitorStateException e) {
            log.debug("the lock ran out by itself: {}", e.toString());
        }
    }
}
