package podo.e2e;

import java.time.Duration;
import java.util.Map;

/** The Toss simulator: the buyer's part in the payment window. */
public final class Bank {

    private Bank() {}

    /** The buyer approves; answers the payment key that the browser would bring home. */
    public static String approve(String orderId, long amount) {
        return Api.simulator()
                .post("/simulator/payments", Map.of("orderId", orderId, "amount", amount, "outcome", "approve"))
                .has(201)
                .string("paymentKey");
    }

    /** The buyer's card is declined with the code when the payment is confirmed. */
    public static String decline(String orderId, long amount, String code) {
        return Api.simulator()
                .post(
                        "/simulator/payments",
                        Map.of("orderId", orderId, "amount", amount, "outcome", "decline", "code", code))
                .has(201)
                .string("paymentKey");
    }

    /** The next confirm of this order is answered only after this long. */
    public static void answersLate(String orderId, Duration after) {
        breaks(orderId, "LATENCY", after);
    }

    /** Something breaks at the next confirm of this order; the kinds are the simulator's. */
    public static void breaks(String orderId, String kind, Duration time) {
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
