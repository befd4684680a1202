package podo.payment.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.contracts.payment.PaymentStatus;
import podo.payment.attempt.ChargeAttempt;
import podo.payment.order.Payment;

/** A payment as its fan sees it; {@code code} and {@code message} are the bank's, after a failed attempt. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        String orderId,
        PaymentStatus status,
        long amount,
        String orderName,
        String reservationId,
        long refunded,
        @Nullable Instant approvedAt,
        @Nullable String code,
        @Nullable String message) {

    static PaymentView of(Payment payment, @Nullable ChargeAttempt last) {
        ChargeAttempt failed = payment.status() == PaymentStatus.FAILED ? last : null;
        return new PaymentView(
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.orderName(),
                payment.reservationId(),
                payment.refunded(),
                payment.approvedAt(),
                failed == null ? null : failed.code(),
                failed == null ? null : failed.message());
    }
}
