package podo.contracts.payment;

/** An attempt to pay failed for certain and nothing was charged; {@code code} is the PG's. Another attempt may follow. */
public record PaymentFailed(String orderId, String reservationId, String holdId, String code)
        implements PaymentMessage {}
