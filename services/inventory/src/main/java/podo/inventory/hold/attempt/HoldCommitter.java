package podo.inventory.hold.attempt;

import podo.inventory.hold.HoldDraft;
import podo.inventory.seat.Hall;

/** Commits one hold, in a transaction of its own or together with others. Returns or throws only after the commit or rollback. */
interface HoldCommitter {

    /**
     * True when the hold is committed; false when the fan would have too many seats or the hall has another revision. Throws
     * {@link HoldNotAwarded} when a seat is not free, {@link podo.inventory.hold.AreaFull} or
     * {@link podo.inventory.area.AreaShort} when an area has too few places, and the database's exceptions.
     *
     * @param withRivals whether others may be trying to hold one of the seats at the same moment
     */
    boolean commit(HoldDraft draft, Hall hall, boolean withRivals);
}
