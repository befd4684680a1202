package podo.payment.pg;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of Toss's payment object that this service reads; amounts in whole won. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TossPayment(
        String paymentKey,
        String orderId,
        String status,
        long totalAmount,
        long balanceAmount,
        @Nullable OffsetDateTime approvedAt,
        @Nullable List<Cancel> cancels) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cancel(String transactionKey, @Nullable String cancelReason, long cancelAmount) {}

    /** Whether money was captured, refunded since or not. A virtual account that was closed without a deposit was never approved. */
    public boolean isCaptured() {
        return status.equals("DONE") || approvedAt != null && (status.equals("PARTIAL_CANCELED") || isCancelled());
    }

    /** Refunded in full, or closed without a deposit. */
    public boolean isCancelled() {
        return status.equals("CANCELED");
    }

    /** A virtual account was issued and nothing is captured yet. */
    public boolean isWaitingForDeposit() {
        return status.equals("WAITING_FOR_DEPOSIT");
    }

    public List<Cancel> allCancels() {
        return cancels == null ? List.of() : cancels;
    }

    public long refunded() {
        return totalAmount - balanceAmount;
    }

    public Instant approvedAtOr(Instant otherwise) {
        return approvedAt == null ? otherwise : approvedAt.toInstant();
    }

    /** The cancel whose reason contains this mark. */
    public Optional<Cancel> findCancel(String mark) {
        return allCancels().stream()
                .filter(cancel ->
                        cancel.cancelReason() != null && cancel.cancelReason().contains(mark))
                .findFirst();
    }

    /** Whether this is the capture that an order of this amount waits for. */
    public boolean isCaptureOf(String orderId, long amount) {
        return isCaptured() && this.orderId.equals(orderId) && totalAmount == amount;
    }

    /** Jackson leaves a missing field null, whatever its declared type. */
    @SuppressWarnings("ConstantValue")
    boolean isComplete() {
        return paymentKey != null && orderId != null && status != null;
    }
}
