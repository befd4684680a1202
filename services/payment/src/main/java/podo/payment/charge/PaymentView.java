package podo.payment.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.contracts.payment.PaymentStatus;

/** A payment as its fan sees it; {@code code} is the bank's word for the last failure. */
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
        boolean failed = payment.status() == PaymentStatus.FAILED && last != null;
        return new PaymentView(
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.orderName(),
                payment.reservationId(),
                payment.refunded(),
                payment.approvedAt(),
                failed ? last.code() : null,
                failed ? last.message() : null);
    }
}
