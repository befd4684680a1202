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

/** {@code /v1/payments} as Toss answers it. */
@RestController
@RequestMapping("/v1/payments")
class TossApi {

    record Confirm(
            @Nullable String paymentKey,
            @Nullable String orderId,
            @Nullable Long amount) {}

    record Cancel(@Nullable String cancelReason, @Nullable Long cancelAmount) {}

    private final SecretKeys keys;
    private final TossExchange wire;
    private final SimulatedBank cashier;
    private final SimulatedPayments payments;
    private final TossResponses answers;
    private final Faults faults;

    TossApi(
            SecretKeys keys,
            TossExchange wire,
            SimulatedBank cashier,
            SimulatedPayments payments,
            TossResponses answers,
            Faults faults) {
        this.keys = keys;
        this.wire = wire;
        this.cashier = cashier;
        this.payments = payments;
        this.answers = answers;
        this.faults = faults;
    }

    @PostMapping("/confirm")
    @Nullable
    ResponseEntity<String> confirm(@RequestBody Confirm wish, HttpServletRequest request) {
        String scope = enter(request);
        String orderId = wish.orderId();
        if (wish.paymentKey() == null || orderId == null || wish.amount() == null) {
            throw TossError.of("INVALID_REQUEST");
        }
        String paymentKey = wish.paymentKey();
        long amount = wish.amount();
        return wire.carry(request, TossOperation.CONFIRM, orderId, scope, () -> {
            faults.strike(TossOperation.CONFIRM, orderId, FaultKind.EXPIRED)
                    .ifPresent(fault -> cashier.expire(paymentKey));
            return answers.to(() -> cashier.confirm(paymentKey, orderId, amount));
        });
    }

    @PostMapping("/{paymentKey}/cancel")
    @Nullable
    ResponseEntity<String> cancel(
            @PathVariable String paymentKey, @RequestBody Cancel wish, HttpServletRequest request) {
        String scope = enter(request);
        String reason = wish.cancelReason();
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw TossError.of("INVALID_REQUEST");
        }
        String orderId =
                payments.withKey(paymentKey).map(SimulatedPayment::orderId).orElse(null);
        return wire.carry(
                request,
                TossOperation.CANCEL,
                orderId,
                scope,
                () -> answers.to(() -> cashier.cancel(paymentKey, reason, wish.cancelAmount())));
    }

    @GetMapping("/{paymentKey}")
    @Nullable
    ResponseEntity<String> byKey(@PathVariable String paymentKey, HttpServletRequest request) {
        enter(request);
        String orderId =
                payments.withKey(paymentKey).map(SimulatedPayment::orderId).orElse(null);
        return wire.carry(
                request,
                TossOperation.LOOKUP,
                orderId,
                null,
                () -> answers.to(() -> cashier.current(
                        payments.withKey(paymentKey).orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT")))));
    }

    @GetMapping("/orders/{orderId}")
    @Nullable
    ResponseEntity<String> byOrder(@PathVariable String orderId, HttpServletRequest request) {
        enter(request);
        return wire.carry(
                request,
                TossOperation.LOOKUP,
                orderId,
                null,
                () -> answers.to(() -> cashier.current(
                        payments.shownForOrder(orderId).orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT")))));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(TossError e) {
        return answers.error(e).toResponse();
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException e) {
        return answers.error(TossError.of("INVALID_REQUEST")).toResponse();
    }

    /** Key and test code come before anything else; answers where the call's first answer is kept. */
    private @Nullable String enter(HttpServletRequest request) {
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
