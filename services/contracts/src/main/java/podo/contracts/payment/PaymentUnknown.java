package podo.contracts.payment;

/** The PG's answer was lost: the order is neither paid nor failed until a look-up decides. */
public record PaymentUnknown(String orderId, String reservationId, String holdId) implements PaymentMessage {}
