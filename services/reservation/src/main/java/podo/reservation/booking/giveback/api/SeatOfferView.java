package podo.reservation.booking.giveback.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.giveback.store.GivenSeats.GivenSeat;
import podo.reservation.show.BookedShow;

/**
 * A seat that is held for the fan; money in whole won.
 *
 * @param holdId the hold to book, the same as the id
 */
record SeatOfferView(
        String id,
        String holdId,
        BookedShow event,
        @Nullable GivenSeat seat,
        long price,
        @Nullable Instant expiresAt) {}
