package podo.tosssimulator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import podo.tosssimulator.clock.SimulatorClock;
import podo.tosssimulator.journal.Journal;

/**
 * The first answer to a key is the answer to all its repeats for 15 days. What is still running is forgotten when the
 * simulator dies, as the running itself is.
 */
@Component
class IdempotencyStore {

    private static final Duration KEPT = Duration.ofDays(15);

    private record Stored(String scope, RecordedResponse answer, Instant at) {}

    private final Map<String, Optional<Stored>> answers = new ConcurrentHashMap<>();
    private final Journal journal;
    private final SimulatorClock clock;

    IdempotencyStore(Journal journal, SimulatorClock clock) {
        this.journal = journal;
        this.clock = clock;
        journal.recall("answer", Stored.class).forEach(s -> answers.put(s.scope(), Optional.of(s)));
    }

    /** Nothing: the caller is the first and must finish. Present but empty: the first is still running. */
    Optional<Optional<RecordedResponse>> begin(String scope) {
        Optional<Stored> before = answers.compute(scope, (key, known) -> known == null || tooOld(known) ? null : known);
        if (before == null) {
            before = answers.putIfAbsent(scope, Optional.empty());
        }
        return before == null ? Optional.empty() : Optional.of(before.map(Stored::answer));
    }

    void finish(String scope, RecordedResponse answer) {
        Stored stored = new Stored(scope, answer, clock.instant());
        journal.write("answer", scope, stored);
        answers.put(scope, Optional.of(stored));
    }

    void abandon(String scope) {
        answers.remove(scope, Optional.empty());
    }

    private boolean tooOld(Optional<Stored> known) {
        return known.isPresent() && known.get().at().plus(KEPT).isBefore(clock.instant());
    }
}
