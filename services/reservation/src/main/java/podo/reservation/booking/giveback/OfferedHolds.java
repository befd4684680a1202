package podo.reservation.booking.giveback;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBacks;
import podo.reservation.booking.hold.BookingHoldLapsed;
import podo.reservation.booking.hold.HoldToBeBooked;

/**
 * Refuses bookings of seats whose give-back has ended, also while the inventory has not heard of it and holds the seat on. The row is locked, so a
 * give-back ends before a booking or knows of it.
 */
@Component
class OfferedHolds {

    private final GiveBacks giveBacks;

    OfferedHolds(GiveBacks giveBacks) {
        this.giveBacks = giveBacks;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(HoldToBeBooked hold) {
        if (hold.passId().startsWith(GiveBackSales.PASS)
                && giveBacks
                        .lock(hold.passId().substring(GiveBackSales.PASS.length()))
                        .filter(GiveBack::isOpen)
                        .isEmpty()) {
            throw new BookingHoldLapsed();
        }
    }
}
