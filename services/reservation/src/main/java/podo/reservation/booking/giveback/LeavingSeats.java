package podo.reservation.booking.giveback;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;
import podo.reservation.booking.giveback.refusal.SeatPassedOn;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.reservation.booking.giveback.store.GiveBacks;
import podo.reservation.hands.SeatsLeaving;
import podo.reservation.hands.SeatsLeaving.Cause;
import podo.starter.problem.Unavailable;

/** Ends the give-backs of seats that are about to be used, refunded, moved or handed over; also while a fan pays, who is refunded then. */
@Component
class LeavingSeats {

    private final GiveBacks giveBacks;
    private final GiveBackEnds ends;
    private final PaidSeats seats;
    private final TransactionTemplate transaction;

    LeavingSeats(GiveBacks giveBacks, GiveBackEnds ends, PaidSeats seats, TransactionTemplate transaction) {
        this.giveBacks = giveBacks;
        this.ends = ends;
        this.seats = seats;
        this.transaction = transaction;
    }

    /**
     * Throws {@link SeatPassedOn} when one was sold before the message about it is read. At the door its ticket ends here instead, and the door
     * reads that.
     */
    @EventListener
    public void on(SeatsLeaving leaving) {
        giveBacks.findOpen(leaving.seatIds()).forEach(given -> end(given, leaving.cause()));
    }

    private void end(GiveBack given, Cause cause) {
        try {
            if (ends.end(given, endOf(cause), true) != GiveBackEnds.Ended.SOLD) {
                return;
            }
        } catch (RestClientException | IllegalStateException e) {
            if (cause == Cause.CHECKED_IN && ends.endUnbooked(given, End.CHECKED_IN)) {
                return; // whoever stands at the door does not wait for the inventory
            }
            throw new Unavailable();
        }
        if (cause != Cause.CHECKED_IN) {
            throw new SeatPassedOn();
        }
        transaction.executeWithoutResult(commit -> seats.endTicket(given));
    }

    private static End endOf(Cause cause) {
        return switch (cause) {
            case CHECKED_IN -> End.CHECKED_IN;
            case REFUNDED -> End.REFUNDED;
            case MOVED -> End.MOVED;
            case HANDED_OVER -> End.HANDED_OVER;
        };
    }
}
