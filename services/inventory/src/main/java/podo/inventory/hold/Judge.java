package podo.inventory.hold;

import java.util.List;

/**
 * Decides in the database, within the transaction that answers the fan, whether a hold gets all of its seats. Whatever
 * happens before it only sheds the crowd.
 */
interface Judge {

    /** True when all seats are the hold's now; on false the transaction is rolled back. */
    boolean award(Hold hold, int revision);

    /** The same for several holds at once. */
    default boolean awardAll(List<Hold> holds, int revision) {
        return holds.stream().allMatch(hold -> award(hold, revision));
    }
}
