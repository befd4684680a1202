package podo.inventory.hold.strategy;

import java.util.List;
import podo.inventory.hold.Hold;

/**
 * Decides in the database, within the hold's transaction, whether a hold gets all of its seats. Correctness depends on the judge
 * alone; everything before it only reduces load.
 */
public interface Judge {

    /** True when all seats are the hold's now; on false the caller rolls back. */
    boolean award(Hold hold, int revision);

    /** The same for several holds at once. */
    default boolean awardAll(List<Hold> holds, int revision) {
        return holds.stream().allMatch(hold -> award(hold, revision));
    }
}
