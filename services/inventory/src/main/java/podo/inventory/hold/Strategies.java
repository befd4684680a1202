package podo.inventory.hold;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The doorman and the judge of the strategy in use; chosen by configuration, and by tests and benchmarks per run. */
@Component
class Strategies {

    private record Pair(Doorman doorman, Judge judge) {}

    private final LockedDoor locked;
    private final ScriptedDoor scripted;
    private final Judge conditional;
    private final EntityManager entities;
    private final Clock clock;
    private volatile Pair chosen;

    Strategies(
            LockedDoor locked,
            ScriptedDoor scripted,
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

    void choose(Strategy strategy) {
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

    private Pair pair(Strategy strategy) {
        return switch (strategy) {
            case NONE -> new Pair(new OpenDoor(), conditional);
            case OPTIMISTIC -> new Pair(new OpenDoor(), EntityJudge.optimistic(entities, clock));
            case PESSIMISTIC -> new Pair(new OpenDoor(), EntityJudge.pessimistic(entities, clock));
            case DISTRIBUTED -> new Pair(locked, conditional);
            case ATOMIC -> new Pair(scripted, conditional);
        };
    }
}
