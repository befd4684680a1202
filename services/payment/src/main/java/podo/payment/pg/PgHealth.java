package podo.payment.pg;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.starter.health.RecentValues;

/**
 * Circuit breaker and bulkhead of the bank's confirm. The breaker opens when half of the last twenty confirms stayed
 * undecided, or when the bank rejects our key; only {@link PgProbe} closes it again.
 */
@Component
public class PgHealth {

    private static final Logger log = LoggerFactory.getLogger(PgHealth.class);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final MeterRegistry meters;
    private final RecentValues undecided;

    PgHealth(PgSettings settings, MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.undecided = new RecentValues(Duration.ofMinutes(1), clock);
        this.breaker = CircuitBreaker.of(
                "toss",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .slowCallDurationThreshold(Duration.ofSeconds(10))
                        .slowCallRateThreshold(80)
                        .waitDurationInOpenState(Duration.ofDays(1))
                        .build());
        this.bulkhead = Bulkhead.of(
                "toss",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atOnce())
                        .maxWaitDuration(Duration.ofSeconds(1))
                        .build());
        breaker.getEventPublisher().onStateTransition(change -> log.warn("Circuit breaker of the bank: {}", change));
        Gauge.builder("podo.pg.open", this, health -> health.isOpen() ? 1 : 0).register(meters);
    }

    /** @throws PaymentsUnavailable while the breaker is open */
    public void requireAvailable() {
        if (isOpen()) {
            throw new PaymentsUnavailable();
        }
    }

    /**
     * Runs the work with one of the bulkhead's permits, waiting up to 1 s for it.
     *
     * @throws PaymentsUnavailable while the breaker is open, or when no permit is free
     */
    public <T> T withPermit(Supplier<T> work) {
        requireAvailable();
        if (!bulkhead.tryAcquirePermission()) {
            undecided.note(1);
            throw new PaymentsUnavailable();
        }
        try {
            return work.get();
        } finally {
            bulkhead.releasePermission();
        }
    }

    /** Whether the breaker is open, so that no payments are taken. */
    public boolean isOpen() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** Share of the last minute's confirms that the bank did not decide, 0 to 1; a declined card is decided. */
    public double troubledShare() {
        return undecided.mean();
    }

    /** Measures a confirm and opens the breaker when needed. */
    Verdict measure(Supplier<Verdict> confirm) {
        long start = System.nanoTime();
        Verdict verdict = confirm.get();
        long took = System.nanoTime() - start;
        undecided.note(verdict instanceof Verdict.Unknown || verdict instanceof Verdict.OurFault ? 1 : 0);
        switch (verdict) {
            case Verdict.Done done -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case Verdict.Refused refused -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case Verdict.NotFound notFound -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case Verdict.Unknown unknown ->
                breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException(unknown.reason()));
            case Verdict.OurFault fault -> {
                log.error("The bank rejects our key or format: {}. No payments are taken.", fault.code());
                meters.counter("podo.pg.our.fault", "code", fault.code()).increment();
                breaker.transitionToOpenState();
            }
        }
        return verdict;
    }

    void close() {
        breaker.transitionToClosedState();
    }
}
