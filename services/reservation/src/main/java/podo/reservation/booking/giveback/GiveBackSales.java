package podo.reservation.booking.giveback;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.reservation.OfferedSeatSold;
import podo.outbox.Outbox;
import podo.reservation.booking.BookingConfirmed;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GiveBacks;

/**
 * Ends the giver's ticket and asks for the refund in the transaction that confirms the buyer's booking. A message that comes twice confirms
 * nothing, so each sale has one refund.
 */
@Component
class GiveBackSales {

    /** How the inventory names the pass of a hold that has none: {@code give-back:} and the give-back's id. */
    static final String PASS = "give-back:";

    private final GiveBacks giveBacks;
    private final GiveBackOffers offers;
    private final PaidSeats seats;
    private final Outbox outbox;

    GiveBackSales(GiveBacks giveBacks, GiveBackOffers offers, PaidSeats seats, Outbox outbox) {
        this.giveBacks = giveBacks;
        this.offers = offers;
        this.seats = seats;
        this.outbox = outbox;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BookingConfirmed bought) {
        if (bought.passId().startsWith(PASS)) {
            giveBacks.lock(bought.passId().substring(PASS.length())).ifPresent(given -> sold(given, bought));
        }
    }

    private void sold(GiveBack given, BookingConfirmed bought) {
        if (giveBacks.isSold(given.id())) {
            return;
        }
        Optional<String> cancellation = seats.endSold(given);
        giveBacks.markSold(given.id(), bought.orderId(), cancellation.orElse(null));
        offers.endBought(given.id(), bought.fanId());
        cancellation.ifPresent(id -> outbox.send(new OfferedSeatSold(
                given.id(), id, given.orderId(), given.eventId(), given.fanId(), given.seatId(), given.price())));
    }
}
