package podo.payment.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.payment.order.PaymentWay;

/**
 * One thing that happened to the money of an order.
 *
 * @param kind CHARGE_TRIED, PAID or REFUNDED
 * @param amount whole won
 * @param state of a try to charge, see {@link podo.payment.attempt.ChargeAttemptState}; null for the others
 * @param code the bank's refusal; null when there is none
 * @param way how the money moved; null of a try to charge
 */
record MoneyEvent(
        Instant at,
        String kind,
        long amount,
        @Nullable String state,
        @Nullable String code,
        @Nullable PaymentWay way) {}
