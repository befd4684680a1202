package podo.payment.charge;

/** Money was captured for an order that is paid or cancelled already; told within the transaction that found it. */
public record SurplusCapture(String orderId, String paymentKey, long amount) {}
