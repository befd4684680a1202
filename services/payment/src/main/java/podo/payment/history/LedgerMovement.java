package podo.payment.history;

import java.time.Instant;
import java.util.List;
import podo.payment.order.PaymentWay;

/**
 * One row of the ledger with the seats that it was for.
 *
 * @param kind CAPTURED or REFUNDED
 * @param way by the bank, or by a box office in cash or with its own terminal
 * @param amount whole won
 * @param fee what was kept when these seats were refunded, in whole won; 0 for a capture
 * @param seatIds empty for money that was captured in vain and for its refund
 */
record LedgerMovement(
        long id, String orderId, String kind, PaymentWay way, long amount, long fee, Instant at, List<Long> seatIds) {}
