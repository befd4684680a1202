package podo.reservation.waitingroom.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.script.TickResult;

/**
 * Fans of all lines together: {@code podo.line.waiting}, {@code podo.line.inside} (slots of fans inside and of open offers) and
 * {@code podo.line.admitted}. Every instance sees each line, but counts only those whom its own ticks admitted.
 */
@Component
class LineMeters {

    /** A line that was not ticked for this long has ended or rests. */
    private static final Duration FORGET_AFTER = Duration.ofSeconds(30);

    private record Seen(TickResult.Progress progress, Instant at) {}

    private final Map<Long, Seen> lines = new ConcurrentHashMap<>();
    private final Counter admitted;
    private final Clock clock;

    LineMeters(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.admitted = meters.counter("podo.line.admitted");
        meters.gauge("podo.line.waiting", this, line -> line.sum(TickResult.Progress::waiting));
        meters.gauge("podo.line.inside", this, line -> line.sum(TickResult.Progress::taken));
    }

    void ticked(long eventId, TickResult.Progress progress) {
        admitted.increment(progress.admitted());
        lines.put(eventId, new Seen(progress, clock.instant()));
    }

    private long sum(ToLongFunction<TickResult.Progress> number) {
        Instant oldest = clock.instant().minus(FORGET_AFTER);
        lines.values().removeIf(seen -> seen.at().isBefore(oldest));
        return lines.values().stream()
                .mapToLong(seen -> number.applyAsLong(seen.progress()))
                .sum();
    }
}
