package podo.inventory.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Rings at Redis. When nobody answers, the caller gets an empty answer, and for the next second nobody rings again, so
 * that an outage costs one short wait and not one per call. It is logged once per outage.
 */
@Component
public class RedisCircuitBreaker {

    private static final Logger log = LoggerFactory.getLogger(RedisCircuitBreaker.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong ringAgainAt = new AtomicLong();
    private final CopyOnWriteArrayList<Runnable> whenBack = new CopyOnWriteArrayList<>();
    private final Counter unanswered;

    RedisCircuitBreaker(MeterRegistry meters) {
        this.unanswered = meters.counter("podo.redis.unanswered");
    }

    /** What Redis said, or empty when it said nothing or is away. */
    public <T> Optional<T> ask(Supplier<T> call) {
        if (away.get() && !myTurn()) {
            unanswered.increment();
            return Optional.empty();
        }
        try {
            Optional<T> answer = Optional.ofNullable(call.get());
            if (away.get() && away.compareAndSet(true, false)) {
                log.info("Redis is back");
                whenBack.forEach(Runnable::run);
            }
            return answer;
        } catch (RuntimeException e) {
            ringAgainAt.set(System.nanoTime() + PAUSE);
            unanswered.increment();
            if (away.compareAndSet(false, true)) {
                log.warn("Redis is away, the database judges alone: {}", e.toString());
            }
            return Optional.empty();
        }
    }

    /** True when the call was answered. */
    public boolean tell(Runnable call) {
        return ask(() -> {
                    call.run();
                    return true;
                })
                .isPresent();
    }

    /** Whether Redis answered last time. */
    public boolean answers() {
        return !away.get();
    }

    /** What to put right once Redis answers again. */
    public void whenBack(Runnable task) {
        whenBack.add(task);
    }

    private boolean myTurn() {
        long at = ringAgainAt.get();
        long now = System.nanoTime();
        return now - at >= 0 && ringAgainAt.compareAndSet(at, now + PAUSE);
    }
}
