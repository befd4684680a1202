package podo.inventory.hold.strategy;

import java.util.function.Function;
import podo.inventory.hold.HoldRequest;

/** Turns away fans who can only lose before they cost a transaction. It may be wrong for a moment; the judge never is. */
public interface Doorman {

    /**
     * Returns what {@code commit} returns, or throws {@link podo.inventory.hold.SeatsTaken} without calling it.
     *
     * @param commit its argument says whether others may be trying to hold one of the seats at the same moment
     */
    <T> T admit(HoldRequest request, Function<Boolean, T> commit);
}
