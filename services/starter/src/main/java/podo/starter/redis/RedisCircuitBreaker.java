package podo.starter.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Circuit breaker for calls to Redis that the caller can do without: opens at the first failure, lets one call through after
 * 1 s, and answers every other call with empty meanwhile. An outage therefore costs one timeout per second and not one per
 * call, and is logged once. Counts calls without an answer as {@code podo.redis.unanswered}.
 */
public final class RedisCircuitBreaker {

    private static final Logger log = LoggerFactory.getLogger(RedisCircuitBreaker.class);

    /** A trial call that has not ended by then counts as failed, so that a stuck call does not keep the breaker half-open. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(5);

    private final CircuitBreaker breaker;
    private final Counter unanswered;
    private final List<Runnable> closedCallbacks = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException lastFailure;
    private volatile boolean outage;

    public RedisCircuitBreaker(MeterRegistry meters) {
        this(meters, Duration.ofSeconds(1));
    }

    RedisCircuitBreaker(MeterRegistry meters, Duration waitWhenOpen) {
        unanswered = meters.counter("podo.redis.unanswered");
        breaker = CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(1)
                        .minimumNumberOfCalls(1)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(waitWhenOpen)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .maxWaitDurationInHalfOpenState(LONGEST_TRIAL)
                        .writableStackTraceEnabled(false)
                        .clock(new MonotonicClock())
                        .build());
        breaker.getEventPublisher().onStateTransition(this::logOutage);
    }

    /** The answer; empty when there is none, when the call fails, or without a call while the breaker is open. */
    public <T> Optional<T> call(Supplier<? extends @Nullable T> redisCall) {
        if (!breaker.tryAcquirePermission()) {
            unanswered.increment();
            return Optional.empty();
        }
        long start = System.nanoTime();
        T answer;
        try {
            answer = redisCall.get();
        } catch (RuntimeException e) {
            unanswered.increment();
            lastFailure = e;
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            return Optional.empty();
        } catch (Error e) {
            breaker.releasePermission();
            throw e;
        }
        // a success while closed changes nothing: with a window of one call only the next failure counts
        if (breaker.getState() != State.CLOSED) {
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
        return Optional.ofNullable(answer);
    }

    /** Like {@link #call} for a call without an answer; true when it succeeded. */
    public boolean run(Runnable redisCall) {
        return call(() -> {
                    redisCall.run();
                    return true;
                })
                .isPresent();
    }

    /** Whether calls go to Redis, as far as this instance knows. */
    public boolean isClosed() {
        return breaker.getState() == State.CLOSED;
    }

    /** Adds a callback that runs, in the thread of the call that succeeded, each time Redis answers again after an outage. */
    public void whenBack(Runnable callback) {
        closedCallbacks.add(callback);
    }

    private void logOutage(CircuitBreakerOnStateTransitionEvent event) {
        State state = event.getStateTransition().getToState();
        if (state == State.OPEN && !outage) {
            outage = true;
            log.warn("Redis does not answer, calls are skipped until it does: {}", String.valueOf(lastFailure));
        } else if (state == State.CLOSED) {
            outage = false;
            log.info("Redis answers again");
            closedCallbacks.forEach(Runnable::run);
        }
    }

    /** Measures the pause when the breaker is open: the machine's clock may jump, this one does not. */
    private static final class MonotonicClock extends Clock {

        private final long start = System.nanoTime();

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(System.nanoTime() - start);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
