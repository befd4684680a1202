package podo.contracts.payment;

/** The PG's answer was lost: neither paid nor failed until it has been looked up. */
public record PaymentUnknown(String orderId, String reservationId, String holdId) implements PaymentMessage {}
