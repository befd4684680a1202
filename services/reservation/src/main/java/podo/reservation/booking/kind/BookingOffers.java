package podo.reservation.booking.kind;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.booking.code.CodeUses;
import podo.reservation.booking.code.discount.AppliedCode;

/** What a new booking may choose before it is paid: nothing for a seat that is sold on, else kinds of ticket, and a code when its event has any. */
@Component
public class BookingOffers {

    /** @param resold how the seat was paid for before; null for free seats */
    public record Offer(ResoldSeats.@Nullable Resold resold, boolean codes) {}

    private final ResoldSeats resoldSeats;
    private final CodeUses codes;

    BookingOffers(ResoldSeats resoldSeats, CodeUses codes) {
        this.resoldSeats = resoldSeats;
        this.codes = codes;
    }

    /** The code that opened the presale in which the hold was made, with a use for this booking; empty for any other hold. */
    public Optional<AppliedCode> takePresale(String passId, String bookingId, long fanId) {
        return codes.takeOfPresale(passId, bookingId, fanId);
    }

    /** @param passId of the hold */
    public Offer find(long eventId, String passId) {
        ResoldSeats.Resold resold = resoldSeats.find(passId).orElse(null);
        return new Offer(resold, resold == null && codes.arePossible(eventId));
    }
}
