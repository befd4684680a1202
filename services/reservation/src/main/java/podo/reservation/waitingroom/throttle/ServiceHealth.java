package podo.reservation.waitingroom.throttle;

import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * How well one instance of a neighbour does its part of buying, in its own words.
 *
 * @param open false while it takes none; null when it has no such word
 * @param p95Millis of its calls of the last half minute, failed ones counted as slow
 * @param troubledShare of the last minute's payments, those that the bank did not decide; null when it takes none
 * @param busyPool share of its database connections in use, above 1 when callers queue
 */
record ServiceHealth(
        @Nullable Boolean open, double p95Millis, @Nullable Double troubledShare, double busyPool) {

    /** Holding. */
    interface OfInventory {

        @GetExchange("/internal/pulse")
        ServiceHealth pulse();
    }

    /** Paying. */
    interface OfPayment {

        @GetExchange("/internal/pulse")
        ServiceHealth pulse();
    }
}
