package podo.tosssimulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import podo.tosssimulator.journal.Journal;

/** The real time plus the offset that tests added. The offset survives a restart and never shrinks. */
@Component
public class SimulatorClock extends Clock {

    private record Offset(Duration by) {}

    private static final Duration FURTHEST = Duration.ofDays(3_650);

    private final Journal journal;
    private volatile Duration offset = Duration.ZERO;

    SimulatorClock(Journal journal) {
        this.journal = journal;
        journal.readAll("clock", Offset.class).forEach(stored -> offset = stored.by());
    }

    synchronized Instant advance(Duration by) {
        if (by.isNegative() || by.compareTo(FURTHEST) > 0 || offset.plus(by).compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException("the clock only moves forward, ten years at most");
        }
        offset = offset.plus(by);
        journal.append("clock", "ahead", new Offset(offset));
        return instant();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the simulator's clock is in UTC");
    }
}
