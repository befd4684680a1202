package podo.reservation.waitingroom.throttle;

import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * How well one instance of another service does its part of buying.
 *
 * @param open false while payments are not taken; null when the service does not report it
 * @param p95Millis of its calls of the last half minute, failed ones counted as slow
 * @param troubledShare share of the last minute's payments that the bank did not decide; null when not reported
 * @param busyPool share of its database connections in use, above 1 when callers queue
 */
record ServiceHealth(
        @Nullable Boolean open, double p95Millis, @Nullable Double troubledShare, double busyPool) {

    /** The health of holds. */
    interface InventoryHealthClient {

        @GetExchange("/internal/pulse")
        ServiceHealth health();
    }

    /** The health of payments. */
    interface PaymentHealthClient {

        @GetExchange("/internal/pulse")
        ServiceHealth health();
    }
}
