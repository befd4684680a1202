package podo.starter.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Compares the machine's clock with those of database and Redis, which are read every 5 s and continued by the monotonic timer, so that
 * a jump is seen by the next request.
 */
class ClockWatch implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    private record Reading(Instant at, long nanos) {}

    private final List<TimeReference> references;
    private final MachineClock machine;
    private final LongSupplier nanoTime;
    private final Duration tolerance;
    private final Map<TimeReference, Reading> readings = new ConcurrentHashMap<>();
    private final AtomicBoolean isReading = new AtomicBoolean();
    private volatile boolean isReported;

    ClockWatch(List<TimeReference> references, MachineClock machine, LongSupplier nanoTime, Duration tolerance) {
        this.references = references;
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.tolerance = tolerance;
    }

    /** Before the first request is taken and before the registry knows the process. */
    @Override
    public void afterSingletonsInstantiated() {
        read();
    }

    @Scheduled(fixedRate = 5_000, initialDelay = 5_000)
    void read() {
        // a server that does not answer is not asked a second time meanwhile
        if (!isReading.compareAndSet(false, true)) {
            return;
        }
        try {
            references.forEach(this::read);
            report();
        } finally {
            isReading.set(false);
        }
    }

    /** An answer that took longer than half of the tolerance says too little. */
    private void read(TimeReference reference) {
        try {
            long before = nanoTime.getAsLong();
            Instant at = reference.time().get();
            long took = nanoTime.getAsLong() - before;
            if (took <= tolerance.toNanos() / 2) {
                readings.put(reference, new Reading(at, before + took / 2));
            }
        } catch (RuntimeException e) {
            // the last reading continues
            log.debug("{} does not say its time: {}", reference.name(), e.toString());
        }
    }

    private void report() {
        boolean isWrong = isWrong();
        if (isWrong && !isReported) {
            log.error(
                    "The clock of this machine is wrong, {}: requests are answered 503 until it is right", describe());
        } else if (!isWrong && isReported) {
            log.warn("The clock of this machine is right again, {}", describe());
        }
        isReported = isWrong;
    }

    /** Whether it is further than the tolerance from every clock that was read: one that stands alone is wrong itself. */
    boolean isWrong() {
        return !readings.isEmpty()
                && readings.keySet().stream()
                        .allMatch(reference -> skew(reference).abs().compareTo(tolerance) > 0);
    }

    /** How far this machine's clock is ahead of the other one; zero while that was never read. */
    Duration skew(TimeReference reference) {
        Reading last = readings.get(reference);
        if (last == null) {
            return Duration.ZERO;
        }
        Instant there = last.at().plusNanos(nanoTime.getAsLong() - last.nanos());
        return Duration.between(there, machine.instant());
    }

    List<TimeReference> references() {
        return references;
    }

    /** Such as {@code 3600.1 s ahead of database, 3600.1 s ahead of redis}. */
    String describe() {
        return String.join(
                ", ",
                readings.keySet().stream()
                        .map(reference -> "%.1f s %s %s"
                                .formatted(
                                        skew(reference).abs().toMillis() / 1e3,
                                        skew(reference).isNegative() ? "behind" : "ahead of",
                                        reference.name()))
                        .sorted()
                        .toList());
    }
}
