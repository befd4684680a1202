package podo.contracts.payment;

import java.time.Instant;

/**
 * An order that the books lost, because it came after the backup that was restored, was paid: its money goes back to the fan.
 *
 * @param amount in whole won
 */
public record PaymentReturned(String orderId, long fanId, long amount, Instant paidAt) implements PaymentMessage {}
