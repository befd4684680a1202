package podo.payment.attempt;

/**
 * Money was captured for an order that is already paid or cancelled, or not known, and must go back. Published within the transaction
 * that records the capture; {@code amount} in whole won, {@code reason} as the bank shows it.
 */
public record SurplusCapture(String orderId, String paymentKey, long amount, String reason) {}
