package podo.tosssimulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import podo.tosssimulator.journal.Journal;

/** The real time plus what tests have moved it forward. It never goes back, not even over a restart. */
@Component
public class SimulatorClock extends Clock {

    private record Moved(Duration by) {}

    private final Journal journal;
    private volatile Duration ahead = Duration.ZERO;

    SimulatorClock(Journal journal) {
        this.journal = journal;
        journal.recall("clock", Moved.class).forEach(moved -> ahead = moved.by());
    }

    synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time goes forward only");
        }
        ahead = ahead.plus(by);
        journal.write("clock", "ahead", new Moved(ahead));
        return instant();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the simulator's clock shows UTC");
    }
}
