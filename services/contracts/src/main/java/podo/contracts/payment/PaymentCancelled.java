package podo.contracts.payment;

import java.util.List;

/**
 * Money went back for certain.
 *
 * @param cancellationId the cancellation it answers; for seats that were lost {@code lost-<orderId>}
 * @param seatIds the seats whose money went back
 * @param amount what went back with this cancellation, whole won
 * @param remaining what is still paid for the order's other seats, whole won
 */
public record PaymentCancelled(
        String cancellationId,
        String orderId,
        String reservationId,
        String holdId,
        long eventId,
        List<Long> seatIds,
        long amount,
        long remaining)
        implements PaymentMessage {}
