package podo.contracts.payment;

/** A payment attempt failed and nothing was charged; {@code code} is the PG's error code. Another attempt may follow. */
public record PaymentFailed(String orderId, String reservationId, String holdId, String code)
        implements PaymentMessage {}
