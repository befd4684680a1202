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
 * Watches how the bank answers confirms. When half of the last twenty went unanswered, or a key of ours is refused, no
 * fan is sent to it any more; {@link PgProbe} asks it, not a fan's money, whether it is well again.
 */
@Component
public class PgHealth {

    private static final Logger log = LoggerFactory.getLogger(PgHealth.class);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final MeterRegistry meters;
    private final RecentValues troubled;

    PgHealth(PgSettings settings, MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.troubled = new RecentValues(Duration.ofMinutes(1), clock);
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
        breaker.getEventPublisher().onStateTransition(change -> log.warn("The way to the bank: {}", change));
        Gauge.builder("podo.pg.open", this, health -> health.isOpen() ? 1 : 0).register(meters);
    }

    /** Before anything of an order is touched: is it worth going on? */
    public void check() {
        if (isOpen()) {
            throw new PaymentsUnavailable();
        }
    }

    /** Holds one of the places before the bank for as long as the work takes. */
    public <T> T withPlace(Supplier<T> work) {
        check();
        if (!bulkhead.tryAcquirePermission()) {
            troubled.note(1);
            throw new PaymentsUnavailable();
        }
        try {
            return work.get();
        } finally {
            bulkhead.releasePermission();
        }
    }

    public boolean isOpen() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** Share of the last minute's confirms that the bank did not decide, for whatever reason, 0 to 1; a declined card is decided. */
    public double troubledShare() {
        return troubled.mean();
    }

    Verdict watch(Supplier<Verdict> confirm) {
        long start = System.nanoTime();
        Verdict verdict = confirm.get();
        long took = System.nanoTime() - start;
        troubled.note(verdict instanceof Verdict.Unknown || verdict instanceof Verdict.OurFault ? 1 : 0);
        switch (verdict) {
            case Verdict.Done done -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case Verdict.Refused refused -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case Verdict.NotFound notFound -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case Verdict.Unknown unknown ->
                breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException(unknown.why()));
            case Verdict.OurFault fault -> {
                log.error("The bank does not accept our key or format: {}. No payments are taken.", fault.code());
                meters.counter("podo.pg.our.fault", "code", fault.code()).increment();
                breaker.transitionToOpenState();
            }
        }
        return verdict;
    }

    void wellAgain() {
        breaker.transitionToClosedState();
    }
}
