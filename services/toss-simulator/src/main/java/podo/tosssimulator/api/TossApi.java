package podo.tosssimulator.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.tosssimulator.fault.FaultKind;
import podo.tosssimulator.fault.Faults;
import podo.tosssimulator.fault.TossOperation;
import podo.tosssimulator.money.SimulatedBank;
import podo.tosssimulator.money.SimulatedPayment;
import podo.tosssimulator.money.SimulatedPayments;
import podo.tosssimulator.money.TossError;

/** Toss's {@code /v1/payments}. */
@RestController
@RequestMapping("/v1/payments")
class TossApi {

    record ConfirmRequest(
            @Nullable String paymentKey,
            @Nullable String orderId,
            @Nullable Long amount) {}

    record CancelRequest(
            @Nullable String cancelReason, @Nullable Long cancelAmount) {}

    private final SecretKeys keys;
    private final TossExchange exchange;
    private final SimulatedBank bank;
    private final SimulatedPayments payments;
    private final TossResponses responses;
    private final Faults faults;

    TossApi(
            SecretKeys keys,
            TossExchange exchange,
            SimulatedBank bank,
            SimulatedPayments payments,
            TossResponses responses,
            Faults faults) {
        this.keys = keys;
        this.exchange = exchange;
        this.bank = bank;
        this.payments = payments;
        this.responses = responses;
        this.faults = faults;
    }

    @PostMapping("/confirm")
    @Nullable
    ResponseEntity<String> confirm(@RequestBody ConfirmRequest body, HttpServletRequest request) {
        String scope = authenticate(request);
        String orderId = body.orderId();
        if (body.paymentKey() == null || orderId == null || body.amount() == null) {
            throw TossError.of("INVALID_REQUEST");
        }
        String paymentKey = body.paymentKey();
        long amount = body.amount();
        return exchange.handle(request, TossOperation.CONFIRM, orderId, scope, () -> {
            faults.take(TossOperation.CONFIRM, orderId, FaultKind.EXPIRED).ifPresent(fault -> bank.expire(paymentKey));
            return responses.of(() -> bank.confirm(paymentKey, orderId, amount));
        });
    }

    @PostMapping("/{paymentKey}/cancel")
    @Nullable
    ResponseEntity<String> cancel(
            @PathVariable String paymentKey, @RequestBody CancelRequest body, HttpServletRequest request) {
        String scope = authenticate(request);
        String reason = body.cancelReason();
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw TossError.of("INVALID_REQUEST");
        }
        String orderId =
                payments.findByKey(paymentKey).map(SimulatedPayment::orderId).orElse(null);
        return exchange.handle(
                request,
                TossOperation.CANCEL,
                orderId,
                scope,
                () -> responses.of(() -> bank.cancel(paymentKey, reason, body.cancelAmount())));
    }

    @GetMapping("/{paymentKey}")
    @Nullable
    ResponseEntity<String> byKey(@PathVariable String paymentKey, HttpServletRequest request) {
        authenticate(request);
        String orderId =
                payments.findByKey(paymentKey).map(SimulatedPayment::orderId).orElse(null);
        return exchange.handle(
                request,
                TossOperation.LOOKUP,
                orderId,
                null,
                () -> responses.of(() -> bank.refresh(
                        payments.findByKey(paymentKey).orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT")))));
    }

    @GetMapping("/orders/{orderId}")
    @Nullable
    ResponseEntity<String> byOrder(@PathVariable String orderId, HttpServletRequest request) {
        authenticate(request);
        return exchange.handle(
                request,
                TossOperation.LOOKUP,
                orderId,
                null,
                () -> responses.of(() -> bank.refresh(
                        payments.findForOrder(orderId).orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT")))));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(TossError e) {
        return responses.error(e).toResponse();
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException e) {
        return responses.error(TossError.of("INVALID_REQUEST")).toResponse();
    }

    /**
     * Checks the secret key and the header {@code TossPayments-Test-Code}, which makes Toss answer that error.
     *
     * @return the scope of the call's idempotency key, or null when it has none
     */
    private @Nullable String authenticate(HttpServletRequest request) {
        String apiKey = keys.require(request.getHeader(HttpHeaders.AUTHORIZATION));
        String testCode = request.getHeader("TossPayments-Test-Code");
        if (testCode != null && apiKey.startsWith("test_")) {
            throw TossError.of(testCode);
        }
        String key = request.getHeader("Idempotency-Key");
        if (key != null && key.length() > 300) {
            throw TossError.of("INVALID_REQUEST");
        }
        return key == null ? null : String.join(" ", key, apiKey, request.getMethod(), request.getRequestURI());
    }
}
