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
 * Stores the first answer to an idempotency key and returns it to every repeat for 15 days. Calls that are still running are
 * not journaled: they end with the process.
 */
@Component
class IdempotencyStore {

    private static final Duration RETENTION = Duration.ofDays(15);

    private record Stored(String scope, RecordedResponse answer, Instant at) {}

    private final Map<String, Optional<Stored>> answers = new ConcurrentHashMap<>();
    private final Journal journal;
    private final SimulatorClock clock;

    IdempotencyStore(Journal journal, SimulatorClock clock) {
        this.journal = journal;
        this.clock = clock;
        journal.readAll("answer", Stored.class).forEach(s -> answers.put(s.scope(), Optional.of(s)));
    }

    /**
     * Registers a call. Empty: the caller is the first and must call {@link #finish} or {@link #abandon}. Present but empty:
     * the first call is still running.
     */
    Optional<Optional<RecordedResponse>> begin(String scope) {
        Optional<Stored> before =
                answers.compute(scope, (key, known) -> known == null || isExpired(known) ? null : known);
        if (before == null) {
            before = answers.putIfAbsent(scope, Optional.empty());
        }
        return before == null ? Optional.empty() : Optional.of(before.map(Stored::answer));
    }

    void finish(String scope, RecordedResponse answer) {
        Stored stored = new Stored(scope, answer, clock.instant());
        journal.append("answer", scope, stored);
        answers.put(scope, Optional.of(stored));
    }

    void abandon(String scope) {
        answers.remove(scope, Optional.empty());
    }

    private boolean isExpired(Optional<Stored> known) {
        return known.isPresent() && known.get().at().plus(RETENTION).isBefore(clock.instant());
    }
}
