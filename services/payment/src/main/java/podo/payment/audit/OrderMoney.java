package podo.payment.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order in our own books.
 *
 * @param captured and given back, both from the ledger, with the key that paid; the ones in vain with any other key
 * @param promised refund and fee of seats whose money is still to go back, and those seats
 */
record OrderMoney(
        String orderId,
        long amount,
        String status,
        @Nullable String paymentKey,
        long refunded,
        long fees,
        Instant changedAt,
        boolean attempted,
        long captured,
        long givenBack,
        long capturedInVain,
        long givenBackInVain,
        long promised,
        Set<Long> promisedSeats,
        int stuck) {

    boolean isPaid() {
        return paymentKey != null;
    }

    long remaining() {
        return isPaid() ? amount - refunded - fees : 0;
    }

    long mayBeTicketed() {
        return remaining() - promised;
    }
}
