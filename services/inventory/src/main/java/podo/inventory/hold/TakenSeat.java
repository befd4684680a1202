package podo.inventory.hold;

import java.time.Instant;
import podo.inventory.seat.SeatNews;

/** A seat that nobody can take before {@code until}; far away when it is sold or blocked. */
record TakenSeat(long id, Instant until) {

    static final Instant FOR_GOOD = SeatNews.FOR_GOOD;
}
