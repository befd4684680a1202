package podo.contracts.payment;

import java.util.List;

/**
 * A refund is done, or an order was closed before it was paid (with amount 0).
 *
 * @param cancellationId the cancellation that caused it; {@code lost-<orderId>} after {@code SeatsLost}
 * @param seatIds the refunded seats
 * @param amount the refund of this cancellation, in whole won
 * @param remaining what is still paid for the order's other seats, in whole won
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
