package podo.web.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.contracts.payment.PaymentStatus;

/** Payments of orders, at the payment service. */
public interface PaymentClient {

    record Order(String orderId) {}

    /**
     * One order's payment.
     *
     * @param status null when the service sends a status that this version does not know
     * @param windowUrl address of the payment window; null when Toss's script opens its own window with the members that
     *     follow
     * @param refunded whole won that went back to the fan
     * @param approvedAt null when it was never paid
     */
    record Payment(
            String orderId,
            @Nullable PaymentStatus status,
            @Nullable Long amount,
            @Nullable String windowUrl,
            @Nullable String clientKey,
            @Nullable String customerKey,
            @Nullable String orderName,
            @Nullable String successUrl,
            @Nullable String failUrl,
            @Nullable String code,
            @Nullable String reservationId,
            @Nullable Long refunded,
            @Nullable Instant approvedAt) {

        /** Whether money was taken, paid back or not. */
        public boolean wasPaid() {
            return approvedAt != null || refunded != null && refunded > 0;
        }

        public boolean is(PaymentStatus asked) {
            return status == asked;
        }

        /** Whether the payment window may be opened. */
        public boolean isPayable() {
            return is(PaymentStatus.READY) || is(PaymentStatus.FAILED);
        }
    }

    record Confirm(String paymentKey, String orderId, long amount) {}

    @PostExchange("/api/payments")
    Payment open(@RequestBody Order order);

    @PostExchange("/api/payments/confirm")
    Payment confirm(@RequestHeader("Idempotency-Key") String key, @RequestBody Confirm confirm);

    @GetExchange("/api/payments/{orderId}")
    Payment get(@PathVariable String orderId);
}
