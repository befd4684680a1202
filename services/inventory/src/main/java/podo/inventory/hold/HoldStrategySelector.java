package podo.inventory.hold;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The doorman and the judge of the strategy in use; chosen by configuration, and by tests and benchmarks per run. */
@Component
class HoldStrategySelector {

    private record Pair(Doorman doorman, Judge judge) {}

    private final LockingDoorman locked;
    private final ScriptDoorman scripted;
    private final Judge conditional;
    private final EntityManager entities;
    private final Clock clock;
    private volatile Pair chosen;

    HoldStrategySelector(
            LockingDoorman locked,
            ScriptDoorman scripted,
            HeldSeats seats,
            EntityManager entities,
            Clock clock,
            HoldSettings settings) {
        this.locked = locked;
        this.scripted = scripted;
        this.conditional = new ConditionalJudge(seats);
        this.entities = entities;
        this.clock = clock;
        this.chosen = pair(settings.strategy());
    }

    void choose(HoldStrategy strategy) {
        chosen = pair(strategy);
    }

    void choose(Doorman doorman, Judge judge) {
        chosen = new Pair(doorman, judge);
    }

    Doorman doorman() {
        return chosen.doorman();
    }

    Judge judge() {
        return chosen.judge();
    }

    private Pair pair(HoldStrategy strategy) {
        return switch (strategy) {
            case NONE -> new Pair(new NoDoorman(), conditional);
            case OPTIMISTIC -> new Pair(new NoDoorman(), EntityJudge.optimistic(entities, clock));
            case PESSIMISTIC -> new Pair(new NoDoorman(), EntityJudge.pessimistic(entities, clock));
            case DISTRIBUTED -> new Pair(locked, conditional);
            case ATOMIC -> new Pair(scripted, conditional);
        };
    }
}
