package podo.reservation.booking.giveback.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GivenSeats.GivenSeat;
import podo.reservation.show.BookedShow;

/**
 * A give-back as its fan sees it; money in whole won.
 *
 * @param seat null when the order was moved to another seat since
 * @param price that was paid, and comes back when the seat is sold
 * @param state WAITING, OFFERED while the seat is held for somebody, or ENDED
 * @param endsAt when it ends by itself; null while the show is not known
 * @param endedBecause null until it has ended
 */
record GiveBackView(
        String id,
        String reservationId,
        BookedShow event,
        @Nullable GivenSeat seat,
        long price,
        State state,
        Instant askedAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        GiveBack.@Nullable End endedBecause) {

    enum State {
        WAITING,
        OFFERED,
        ENDED
    }
}
