package podo.reservation.hands;

import java.util.List;

/**
 * Paid seats are about to be used, refunded, moved or handed over. Published outside a transaction, before it begins; a listener may refuse by a
 * {@link podo.starter.problem.Problem}.
 */
public record SeatsLeaving(List<Long> seatIds, Cause cause) {

    /** Why the seats leave their fan's hands. */
    public enum Cause {
        CHECKED_IN,
        REFUNDED,
        MOVED,
        HANDED_OVER
    }
}
