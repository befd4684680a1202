package podo.tosssimulator.window;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import podo.tosssimulator.fault.FaultKind;
import podo.tosssimulator.fault.FaultRequest;
import podo.tosssimulator.fault.Faults;
import podo.tosssimulator.money.PaymentMethod;
import podo.tosssimulator.money.SimulatedBank;
import podo.tosssimulator.money.SimulatedPayment;
import podo.tosssimulator.money.TossError;

/** Performs what a buyer does in the window, and returns the address to which the browser is redirected. */
@Component
class SimulatedBuyer {

    private static final long SLOW_MILLIS = 8_000;

    /** @param paymentKey null when the window ended without one */
    record Result(@Nullable String paymentKey, String redirectUrl) {}

    private final SimulatedBank bank;
    private final Faults faults;
    private final WindowSettings settings;

    SimulatedBuyer(SimulatedBank bank, Faults faults, WindowSettings settings) {
        this.bank = bank;
        this.faults = faults;
        this.settings = settings;
    }

    Result act(WindowRequest request, BuyerOutcome outcome, PaymentMethod method, @Nullable String code) {
        String orderId = request.requireOrderId();
        long amount = request.requireAmount();
        String success = settings.successUrl(request.successUrl());
        String fail = settings.failUrl(request.failUrl());
        String orderName = request.requireName();
        return switch (outcome) {
            case CLOSE -> failed(fail, "PAY_PROCESS_CANCELED", "사용자에 의해 결제가 취소되었습니다.", null);
            case FAIL -> failed(fail, codeOr(code, "PAY_PROCESS_ABORTED"), "결제 진행 중 승인에 실패하였습니다.", orderId);
            case SLOW -> {
                faults.set(FaultRequest.once(FaultKind.LATENCY, orderId, SLOW_MILLIS));
                yield succeeded(success, orderId, orderName, amount, method, null);
            }
            case LOST -> {
                faults.set(FaultRequest.once(FaultKind.LOST_AFTER, orderId, 0));
                yield succeeded(success, orderId, orderName, amount, method, null);
            }
            case DECLINE -> succeeded(success, orderId, orderName, amount, method, codeOr(code, "REJECT_CARD_PAYMENT"));
            case APPROVE -> succeeded(success, orderId, orderName, amount, method, null);
        };
    }

    /** Pays the deposit to a virtual account. */
    void deposit(String paymentKey) {
        bank.deposit(paymentKey);
    }

    private Result succeeded(
            String url, String orderId, String orderName, long amount, PaymentMethod method, @Nullable String decline) {
        SimulatedPayment opened = bank.open(orderId, orderName, amount, method);
        SimulatedPayment authenticated = bank.authenticate(opened.paymentKey(), decline);
        String redirect = UriComponentsBuilder.fromUriString(url)
                .queryParam("paymentType", "NORMAL")
                .queryParam("amount", amount)
                .queryParam("orderId", "{orderId}")
                .queryParam("paymentKey", authenticated.paymentKey())
                .encode()
                .buildAndExpand(orderId)
                .toUriString();
        return new Result(authenticated.paymentKey(), redirect);
    }

    private Result failed(String url, String code, String message, @Nullable String orderId) {
        UriComponentsBuilder redirect = UriComponentsBuilder.fromUriString(url)
                .queryParam("code", "{code}")
                .queryParam("message", "{message}");
        if (orderId != null) {
            redirect.queryParam("orderId", orderId);
        }
        return new Result(null, redirect.encode().buildAndExpand(code, message).toUriString());
    }

    private static String codeOr(@Nullable String code, String otherwise) {
        if (code == null || code.isBlank()) {
            return otherwise;
        }
        if (!code.matches("[A-Z0-9_]{3,60}")) {
            throw new InvalidWindowRequest("code: one of Toss's codes");
        }
        return TossError.of(code).code();
    }
}
