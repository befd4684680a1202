package podo.inventory.hold;

import java.time.Instant;

/** A seat that nobody can take before {@code until}; far away when it is sold or blocked. */
record TakenSeat(long id, Instant until) {

    static final Instant FOR_GOOD = Instant.parse("2999-01-01T00:00:00Z");
}
