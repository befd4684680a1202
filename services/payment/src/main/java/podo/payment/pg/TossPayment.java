package podo.payment.pg;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What we read of Toss's payment object; amounts in whole won. */
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

    public boolean isDone() {
        return status.equals("DONE");
    }

    /** Money was captured at some time, whatever went back since. A virtual account that was closed unpaid was never approved. */
    public boolean isCaptured() {
        return isDone() || approvedAt != null && (status.equals("PARTIAL_CANCELED") || isGivenBack());
    }

    /** Nothing of it is the shop's any more. */
    public boolean isGivenBack() {
        return status.equals("CANCELED");
    }

    /** The buyer has an account number to pay to, some day: nothing is captured. */
    public boolean isWaitingForDeposit() {
        return status.equals("WAITING_FOR_DEPOSIT");
    }

    public List<Cancel> allCancels() {
        return cancels == null ? List.of() : cancels;
    }

    public long refunded() {
        return totalAmount - balanceAmount;
    }

    public Instant approved(Instant otherwise) {
        return approvedAt == null ? otherwise : approvedAt.toInstant();
    }

    /** The cancel whose reason carries this mark, if it has happened. */
    public Optional<Cancel> cancelMarked(String mark) {
        return allCancels().stream()
                .filter(cancel ->
                        cancel.cancelReason() != null && cancel.cancelReason().contains(mark))
                .findFirst();
    }

    boolean isWhole() {
        return paymentKey != null && orderId != null && status != null;
    }
}
