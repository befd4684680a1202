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

/** Does in the window what a person would do, and says where the browser goes then. */
@Component
class SimulatedBuyer {

    private static final long SLOW_MILLIS = 8_000;

    /** @param paymentKey null when the buyer never got one */
    record Left(@Nullable String paymentKey, String redirectUrl) {}

    private final SimulatedBank cashier;
    private final Faults faults;
    private final WindowSettings settings;

    SimulatedBuyer(SimulatedBank cashier, Faults faults, WindowSettings settings) {
        this.cashier = cashier;
        this.faults = faults;
        this.settings = settings;
    }

    Left act(WindowRequest visit, Outcome outcome, PaymentMethod method, @Nullable String code) {
        String orderId = visit.requireOrderId();
        long amount = visit.requireAmount();
        String success = settings.successUrl(visit.successUrl());
        String fail = settings.failUrl(visit.failUrl());
        String orderName = visit.requireName();
        return switch (outcome) {
            case CLOSE -> failed(fail, "PAY_PROCESS_CANCELED", "사용자에 의해 결제가 취소되었습니다.", null);
            case FAIL -> failed(fail, named(code, "PAY_PROCESS_ABORTED"), "결제 진행 중 승인에 실패하였습니다.", orderId);
            case SLOW -> {
                faults.set(FaultRequest.once(FaultKind.LATENCY, orderId, SLOW_MILLIS));
                yield succeeded(success, orderId, orderName, amount, method, null);
            }
            case LOST -> {
                faults.set(FaultRequest.once(FaultKind.LOST_AFTER, orderId, 0));
                yield succeeded(success, orderId, orderName, amount, method, null);
            }
            case DECLINE -> succeeded(success, orderId, orderName, amount, method, named(code, "REJECT_CARD_PAYMENT"));
            case APPROVE -> succeeded(success, orderId, orderName, amount, method, null);
        };
    }

    /** Days later, perhaps: the money comes to the virtual account. */
    void deposits(String paymentKey) {
        cashier.deposit(paymentKey);
    }

    private Left succeeded(
            String url, String orderId, String orderName, long amount, PaymentMethod method, @Nullable String decline) {
        SimulatedPayment opened = cashier.open(orderId, orderName, amount, method);
        SimulatedPayment agreed = cashier.authenticate(opened.paymentKey(), decline);
        String redirect = UriComponentsBuilder.fromUriString(url)
                .queryParam("paymentType", "NORMAL")
                .queryParam("amount", amount)
                .queryParam("orderId", "{orderId}")
                .queryParam("paymentKey", agreed.paymentKey())
                .encode()
                .buildAndExpand(orderId)
                .toUriString();
        return new Left(agreed.paymentKey(), redirect);
    }

    private Left failed(String url, String code, String message, @Nullable String orderId) {
        UriComponentsBuilder redirect = UriComponentsBuilder.fromUriString(url)
                .queryParam("code", "{code}")
                .queryParam("message", "{message}");
        if (orderId != null) {
            redirect.queryParam("orderId", orderId);
        }
        return new Left(null, redirect.encode().buildAndExpand(code, message).toUriString());
    }

    private static String named(@Nullable String code, String otherwise) {
        if (code == null || code.isBlank()) {
            return otherwise;
        }
        if (!code.matches("[A-Z0-9_]{3,60}")) {
            throw new InvalidWindowRequest("code: one of Toss's codes");
        }
        return TossError.of(code).code();
    }
}
