package podo.inventory.hold;

import java.time.Instant;
import podo.inventory.seat.SeatChangePublisher;

/** A seat that is not available before {@code until}, which is {@link #FOR_GOOD} when it is sold or blocked. */
public record TakenSeat(long id, Instant until) {

    public static final Instant FOR_GOOD = SeatChangePublisher.FOR_GOOD;
}
