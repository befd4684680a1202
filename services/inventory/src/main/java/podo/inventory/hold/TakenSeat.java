package podo.inventory.hold;

import java.time.Instant;
import podo.inventory.seat.SeatChangePublisher;

/** A seat that nobody can take before {@code until}; far away when it is sold or blocked. */
record TakenSeat(long id, Instant until) {

    static final Instant FOR_GOOD = SeatChangePublisher.FOR_GOOD;
}
