package podo.tosssimulator.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.tosssimulator.money.SimulatedPayment;
import podo.tosssimulator.money.SimulatedPayments;
import podo.tosssimulator.money.TossError;
import podo.tosssimulator.money.TossStatus;

/** Toss's {@code GET /v1/transactions}: captures and cancels of a time, oldest first, with the fields that appear in its samples. */
@RestController
class TransactionsApi {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter SEOUL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(SEOUL);
    private static final int LARGEST_PAGE = 10_000;

    record Transaction(
            String mId,
            String transactionKey,
            String paymentKey,
            String orderId,
            String method,
            boolean useEscrow,
            String status,
            String transactionAt,
            String currency,
            long amount) {}

    private record Movement(Instant at, Transaction transaction) {}

    private final SecretKeys keys;
    private final SimulatedPayments payments;
    private final TossResponses responses;

    TransactionsApi(SecretKeys keys, SimulatedPayments payments, TossResponses responses) {
        this.keys = keys;
        this.payments = payments;
        this.responses = responses;
    }

    /** @param startingAfter transaction key of the last line of the page before */
    @GetMapping("/v1/transactions")
    List<Transaction> list(
            @RequestParam(required = false) @Nullable String startDate,
            @RequestParam(required = false) @Nullable String endDate,
            @RequestParam(required = false) @Nullable String startingAfter,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request) {
        keys.require(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw TossError.of("INVALID_REQUEST");
        }
        Instant from = seoulTime(startDate);
        Instant until = seoulTime(endDate);
        List<Transaction> all = payments.findAll().stream()
                .flatMap(payment -> movements(payment).stream())
                .filter(movement ->
                        !movement.at().isBefore(from) && !movement.at().isAfter(until))
                .sorted(Comparator.comparing(Movement::at)
                        .thenComparing(movement -> movement.transaction().transactionKey()))
                .map(Movement::transaction)
                .toList();
        return all.stream().skip(after(all, startingAfter)).limit(limit).toList();
    }

    @ExceptionHandler
    ResponseEntity<String> refused(TossError e) {
        return responses.error(e).toResponse();
    }

    private static int after(List<Transaction> all, @Nullable String key) {
        if (key == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).transactionKey().equals(key)) {
                return i + 1;
            }
        }
        throw TossError.of("INVALID_REQUEST");
    }

    private static List<Movement> movements(SimulatedPayment payment) {
        List<Movement> movements = new ArrayList<>();
        Instant approvedAt = payment.approvedAt();
        if (approvedAt != null) {
            movements.add(movement(payment, captureKey(payment), TossStatus.DONE, approvedAt, payment.totalAmount()));
            payment.cancels()
                    .forEach(cancel -> movements.add(movement(
                            payment,
                            cancel.transactionKey(),
                            cancel.refundable() == 0 ? TossStatus.CANCELED : TossStatus.PARTIAL_CANCELED,
                            cancel.at(),
                            -cancel.cancelAmount())));
        }
        return movements;
    }

    private static Movement movement(SimulatedPayment payment, String key, TossStatus status, Instant at, long amount) {
        return new Movement(
                at,
                new Transaction(
                        "podo_simulator",
                        key,
                        payment.paymentKey(),
                        payment.orderId(),
                        payment.method().tossName(),
                        false,
                        status.name(),
                        SEOUL_TIME.format(at),
                        "KRW",
                        amount));
    }

    /** The same at every call, also once a cancel has replaced the payment's last transaction key. */
    private static String captureKey(SimulatedPayment payment) {
        return UUID.nameUUIDFromBytes(payment.paymentKey().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Instant seoulTime(@Nullable String text) {
        if (text == null) {
            throw TossError.of("INVALID_REQUEST");
        }
        try {
            return LocalDateTime.parse(text).atZone(SEOUL).toInstant();
        } catch (DateTimeParseException e) {
            throw TossError.of("INVALID_REQUEST");
        }
    }
}
