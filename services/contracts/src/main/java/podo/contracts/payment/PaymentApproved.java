package podo.contracts.payment;

import java.time.Instant;
import java.util.List;

/** An order was paid: the bank captured {@code amount}, in whole won. */
public record PaymentApproved(
        String orderId,
        String reservationId,
        String holdId,
        long eventId,
        long fanId,
        List<Long> seatIds,
        long amount,
        Instant approvedAt)
        implements PaymentMessage {}
