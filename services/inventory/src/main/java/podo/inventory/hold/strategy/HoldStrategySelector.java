package podo.inventory.hold.strategy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.HoldStrategy;

/** Provides the doorman and the judge of the strategy in the settings; tests and benchmarks select others at run time. */
@Component
public class HoldStrategySelector {

    private record Selection(Doorman doorman, Judge judge) {}

    private final LockingDoorman lockingDoorman;
    private final ScriptDoorman scriptDoorman;
    private final ConditionalJudge conditionalJudge;
    private final AreaDoorman areaDoorman;
    private final EntityManager entities;
    private final Clock clock;
    private volatile Selection selection;

    HoldStrategySelector(
            LockingDoorman lockingDoorman,
            ScriptDoorman scriptDoorman,
            ConditionalJudge conditionalJudge,
            AreaDoorman areaDoorman,
            EntityManager entities,
            Clock clock,
            HoldSettings settings) {
        this.lockingDoorman = lockingDoorman;
        this.scriptDoorman = scriptDoorman;
        this.conditionalJudge = conditionalJudge;
        this.areaDoorman = areaDoorman;
        this.entities = entities;
        this.clock = clock;
        this.selection = selectionOf(settings.strategy());
    }

    public void select(HoldStrategy strategy) {
        selection = selectionOf(strategy);
    }

    public void select(Doorman doorman, Judge judge) {
        selection = new Selection(doorman, judge);
    }

    public Doorman doorman() {
        return selection.doorman();
    }

    /** The same for every strategy. */
    public AreaDoorman areaDoorman() {
        return areaDoorman;
    }

    public Judge judge() {
        return selection.judge();
    }

    private Selection selectionOf(HoldStrategy strategy) {
        return switch (strategy) {
            case NONE -> new Selection(new NoDoorman(), conditionalJudge);
            case OPTIMISTIC -> new Selection(new NoDoorman(), EntityJudge.optimistic(entities, clock));
            case PESSIMISTIC -> new Selection(new NoDoorman(), EntityJudge.pessimistic(entities, clock));
            case DISTRIBUTED -> new Selection(lockingDoorman, conditionalJudge);
            case ATOMIC -> new Selection(scriptDoorman, conditionalJudge);
        };
    }
}
