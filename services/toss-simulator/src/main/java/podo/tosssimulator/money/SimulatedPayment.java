package podo.tosssimulator.money;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use of the payment window and its result; amounts in whole won.
 *
 * @param authenticatedAt when the buyer authenticated; the shop has 10 min from then to confirm
 * @param declineCode the error code with which the confirm will be refused, or null
 */
public record SimulatedPayment(
        String paymentKey,
        String orderId,
        String orderName,
        PaymentMethod method,
        long totalAmount,
        long balanceAmount,
        TossStatus status,
        Instant requestedAt,
        @Nullable Instant authenticatedAt,
        @Nullable Instant approvedAt,
        @Nullable String declineCode,
        @Nullable String lastTransactionKey,
        List<Cancel> cancels) {

    static final Duration TIME_TO_AUTHENTICATE = Duration.ofMinutes(30);
    static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(10);
    /** How long a virtual account is open. That it is EXPIRED afterwards is an assumption. */
    static final Duration TIME_TO_DEPOSIT = Duration.ofDays(7);

    /** One refund, partial or full. */
    public record Cancel(String transactionKey, String cancelReason, long cancelAmount, long refundable, Instant at) {}

    static SimulatedPayment requested(
            String orderId, String orderName, long amount, PaymentMethod method, Instant now) {
        return new SimulatedPayment(
                "sim_" + UUID.randomUUID().toString().replace("-", ""),
                orderId,
                orderName,
                method,
                amount,
                amount,
                TossStatus.READY,
                now,
                null,
                null,
                null,
                null,
                List.of());
    }

    SimulatedPayment authenticated(@Nullable String declineCode, Instant now) {
        return with(TossStatus.IN_PROGRESS, balanceAmount, now, null, declineCode, null, cancels);
    }

    SimulatedPayment approved(Instant now) {
        return with(TossStatus.DONE, totalAmount, authenticatedAt, now, declineCode, transactionKey(), cancels);
    }

    SimulatedPayment waitingForDeposit() {
        return with(
                TossStatus.WAITING_FOR_DEPOSIT,
                balanceAmount,
                authenticatedAt,
                null,
                declineCode,
                transactionKey(),
                cancels);
    }

    SimulatedPayment aborted() {
        return with(TossStatus.ABORTED, balanceAmount, authenticatedAt, null, declineCode, null, cancels);
    }

    SimulatedPayment expired() {
        return with(TossStatus.EXPIRED, balanceAmount, authenticatedAt, null, declineCode, lastTransactionKey, cancels);
    }

    SimulatedPayment cancelled(String reason, long amount, Instant now) {
        long left = balanceAmount - amount;
        String transaction = transactionKey();
        List<Cancel> allCancels = new ArrayList<>(cancels);
        allCancels.add(new Cancel(transaction, reason, amount, left, now));
        return with(
                left == 0 ? TossStatus.CANCELED : TossStatus.PARTIAL_CANCELED,
                left,
                authenticatedAt,
                approvedAt,
                declineCode,
                transaction,
                List.copyOf(allCancels));
    }

    boolean isDueToExpire(Instant now) {
        return switch (status) {
            case READY -> requestedAt.plus(TIME_TO_AUTHENTICATE).isBefore(now);
            case IN_PROGRESS ->
                authenticatedAt != null && authenticatedAt.plus(TIME_TO_CONFIRM).isBefore(now);
            case WAITING_FOR_DEPOSIT ->
                authenticatedAt != null && authenticatedAt.plus(TIME_TO_DEPOSIT).isBefore(now);
            default -> false;
        };
    }

    /** Whether money was captured, refunded since or not. */
    public boolean isCaptured() {
        return approvedAt != null;
    }

    /** Until when a deposit is possible; null when no virtual account was issued. */
    public @Nullable Instant depositBy() {
        boolean issued = method == PaymentMethod.VIRTUAL_ACCOUNT && lastTransactionKey != null;
        return issued && authenticatedAt != null ? authenticatedAt.plus(TIME_TO_DEPOSIT) : null;
    }

    public long captured() {
        return isCaptured() ? totalAmount : 0;
    }

    public long refunded() {
        return isCaptured() ? totalAmount - balanceAmount : 0;
    }

    private SimulatedPayment with(
            TossStatus status,
            long balance,
            @Nullable Instant authenticatedAt,
            @Nullable Instant approvedAt,
            @Nullable String declineCode,
            @Nullable String transaction,
            List<Cancel> cancels) {
        return new SimulatedPayment(
                paymentKey,
                orderId,
                orderName,
                method,
                totalAmount,
                balance,
                status,
                requestedAt,
                authenticatedAt,
                approvedAt,
                declineCode,
                transaction,
                cancels);
    }

    private static String transactionKey() {
        return UUID.randomUUID().toString().replace("-", "").toUpperCase();
    }
}
