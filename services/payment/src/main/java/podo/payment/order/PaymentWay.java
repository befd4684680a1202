package podo.payment.order;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an order was paid. What the bank knows nothing of has a payment key of its own, which names the way and the order; the ledger's rows carry
 * it, too.
 */
public enum PaymentWay {
    /** By the bank. */
    BANK(""),
    /** It costs nothing. */
    FREE("free-"),
    /** At the box office. */
    CASH("cash-"),
    /** With the box office's own terminal. */
    CARD("card-"),
    /** Given away by the box office. */
    COMPLIMENTARY("comp-");

    private final String prefix;

    PaymentWay(String prefix) {
        this.prefix = prefix;
    }

    /** In place of the bank's key. */
    public String keyOf(String orderId) {
        return prefix + orderId;
    }

    /** Whether the box office took the money, so that it gives it back, too. */
    public boolean isAtBoxOffice() {
        return this == CASH || this == CARD || this == COMPLIMENTARY;
    }

    /** @param paymentKey of the order's payment or ledger row; none is the bank's way as well, since the order is to be paid by it */
    public static PaymentWay of(@Nullable String paymentKey, String orderId) {
        Optional<PaymentWay> own = Arrays.stream(values())
                .filter(way -> way != BANK && way.keyOf(orderId).equals(paymentKey))
                .findFirst();
        return own.orElse(BANK);
    }
}
