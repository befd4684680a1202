package podo.tosssimulator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.tosssimulator.money.PaymentMethod;
import podo.tosssimulator.money.SimulatedPayment;
import podo.tosssimulator.money.TossError;
import podo.tosssimulator.money.TossStatus;

/** Toss's payment object, with every field that appears in its samples and logs; amounts in whole won, times in Seoul time. */
public record TossPaymentBody(
        @JsonProperty("mId") String mId,
        String version,
        @Nullable String lastTransactionKey,
        String paymentKey,
        String orderId,
        String orderName,
        String status,
        String type,
        String method,
        String currency,
        String country,
        long totalAmount,
        long balanceAmount,
        long suppliedAmount,
        long vat,
        long taxFreeAmount,
        long taxExemptionAmount,
        boolean useEscrow,
        boolean cultureExpense,
        boolean isPartialCancelable,
        String requestedAt,
        @Nullable String approvedAt,
        @Nullable Card card,
        @Nullable VirtualAccount virtualAccount,
        @Nullable Object transfer,
        @Nullable Object mobilePhone,
        @Nullable Object giftCertificate,
        @Nullable EasyPay easyPay,
        @Nullable Object cashReceipt,
        @Nullable Object discount,
        @Nullable String secret,
        @Nullable List<Cancel> cancels,
        @Nullable Failure failure,
        @Nullable Object metadata,
        @Nullable Link receipt,
        Link checkout) {

    private static final DateTimeFormatter SEOUL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneId.of("Asia/Seoul"));

    public record Card(
            long amount,
            String issuerCode,
            String acquirerCode,
            String number,
            int installmentPlanMonths,
            String approveNo,
            String cardType,
            String ownerType,
            String acquireStatus,
            boolean isInterestFree) {}

    public record EasyPay(String provider, long amount, long discountAmount) {}

    public record VirtualAccount(
            String accountType,
            String accountNumber,
            String bankCode,
            String customerName,
            String dueDate,
            String refundStatus,
            boolean expired,
            String settlementStatus) {}

    public record Cancel(
            String transactionKey,
            String cancelReason,
            long cancelAmount,
            String canceledAt,
            long refundableAmount,
            long taxFreeAmount,
            long taxExemptionAmount,
            long easyPayDiscountAmount,
            @Nullable String receiptKey,
            String cancelStatus,
            @Nullable String cancelRequestId) {}

    public record Failure(String code, String message) {}

    public record Link(String url) {}

    public static TossPaymentBody of(SimulatedPayment payment) {
        long balance = payment.balanceAmount();
        long supplied = Math.round(balance / 1.1);
        boolean captured = payment.isCaptured();
        boolean easyPay = payment.method() == PaymentMethod.EASY_PAY;
        return new TossPaymentBody(
                "podo_simulator",
                "2022-11-16",
                payment.lastTransactionKey(),
                payment.paymentKey(),
                payment.orderId(),
                payment.orderName(),
                payment.status().name(),
                "NORMAL",
                payment.method().tossName(),
                "KRW",
                "KR",
                payment.totalAmount(),
                balance,
                supplied,
                balance - supplied,
                0,
                0,
                false,
                false,
                true,
                SEOUL_TIME.format(payment.requestedAt()),
                formatInSeoul(payment.approvedAt()),
                captured && payment.method() == PaymentMethod.CARD ? card(payment) : null,
                account(payment),
                null,
                null,
                null,
                easyPay ? new EasyPay("토스페이", payment.totalAmount(), 0) : null,
                null,
                null,
                null,
                payment.cancels().isEmpty()
                        ? null
                        : payment.cancels().stream()
                                .map(TossPaymentBody::cancel)
                                .toList(),
                failure(payment),
                null,
                captured ? new Link("https://dashboard.tosspayments.com/receipt/redirection") : null,
                new Link("https://api.tosspayments.com/v1/payments/" + payment.paymentKey() + "/checkout"));
    }

    private static Card card(SimulatedPayment payment) {
        return new Card(
                payment.totalAmount(), "11", "11", "43301234****123*", 0, "00000000", "신용", "개인", "READY", false);
    }

    private static @Nullable VirtualAccount account(SimulatedPayment payment) {
        Instant dueAt = payment.depositBy();
        return dueAt == null
                ? null
                : new VirtualAccount(
                        "일반",
                        "X6505636518308",
                        "20",
                        "포도",
                        SEOUL_TIME.format(dueAt),
                        "NONE",
                        payment.status() == TossStatus.EXPIRED,
                        "INCOMPLETED");
    }

    private static Cancel cancel(SimulatedPayment.Cancel c) {
        return new Cancel(
                c.transactionKey(),
                c.cancelReason(),
                c.cancelAmount(),
                SEOUL_TIME.format(c.at()),
                c.refundable(),
                0,
                0,
                0,
                null,
                "DONE",
                null);
    }

    private static @Nullable Failure failure(SimulatedPayment payment) {
        String code = payment.declineCode();
        return code == null || payment.status() != TossStatus.ABORTED
                ? null
                : new Failure(code, String.valueOf(TossError.of(code).getMessage()));
    }

    private static @Nullable String formatInSeoul(@Nullable Instant at) {
        return at == null ? null : SEOUL_TIME.format(at);
    }
}
