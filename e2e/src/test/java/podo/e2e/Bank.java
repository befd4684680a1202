package podo.e2e;

import java.time.Duration;
import java.util.Map;

/** Drives the Toss simulator: what the buyer does in the payment window, and faults of the bank. */
public final class Bank {

    private Bank() {}

    /** Approves the payment as the buyer. Returns the payment key that the redirect carries. */
    public static String approve(String orderId, long amount) {
        return Api.simulator()
                .post("/simulator/payments", Map.of("orderId", orderId, "amount", amount, "outcome", "approve"))
                .has(201)
                .string("paymentKey");
    }

    /** Approves with a card that confirm declines with this code. Returns the payment key. */
    public static String decline(String orderId, long amount, String code) {
        return Api.simulator()
                .post(
                        "/simulator/payments",
                        Map.of("orderId", orderId, "amount", amount, "outcome", "decline", "code", code))
                .has(201)
                .string("paymentKey");
    }

    /** The next confirm of this order is answered after this time. */
    public static void delayNextConfirm(String orderId, Duration latency) {
        failNextConfirm(orderId, "LATENCY", latency);
    }

    /** Makes the next confirm of this order fail; {@code kind} is one of the simulator's fault kinds. */
    public static void failNextConfirm(String orderId, String kind, Duration time) {
        Api.simulator()
                .post(
                        "/simulator/faults",
                        Map.of(
                                "kind",
                                kind,
                                "call",
                                "CONFIRM",
                                "orderId",
                                orderId,
                                "count",
                                1,
                                "millis",
                                time.toMillis()))
                .isOneOf(200, 201);
    }
}
