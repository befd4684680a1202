package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.Show;

/** Row 25: webhooks that nobody sent, and true ones that come twice and out of order. */
public final class ForgedWebhooks {

    private static final Duration SOME_SECONDS = Duration.ofSeconds(3);

    private ForgedWebhooks() {}

    public static void post() {
        Show show = Show.onSale(1, 4);
        Fan fan = Fan.fresh();
        String hold = fan.hold(
                        show.id(),
                        fan.enter(show.id()),
                        fan.freeSeats(show.id()).subList(0, 1))
                .has(201)
                .string("holdId");
        Answer reservation =
                fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
        String order = reservation.string("orderId");
        String id = reservation.string("id");
        long amount = reservation.json("amount").asLong();
        fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201);
        String key = Bank.approve(order, amount);

        claim(order, key, "DONE", amount);
        await().during(SOME_SECONDS)
                .atMost(Fan.SOON)
                .until(() -> fan.reservation(id).string("status").equals("PENDING"));
        assertThat(captured(order)).isZero();

        List.of("WEBHOOK_DUPLICATED", "WEBHOOK_REORDERED")
                .forEach(kind -> Api.simulator()
                        .post("/simulator/faults", Map.of("kind", kind, "orderId", order, "count", 4))
                        .isOneOf(200, 201));
        fan.confirm(key, order, amount).isOneOf(200, 202);
        fan.awaitStatus(id, "CONFIRMED");
        claim(order, key, "CANCELED", amount);
        claim(order, key, "CANCELED", amount);
        await().during(SOME_SECONDS)
                .atMost(Fan.SOON)
                .until(() -> fan.reservation(id).string("status").equals("CONFIRMED"));
        assertThat(captured(order)).isEqualTo(amount);
        assertThat(fan.api().get("/api/tickets").has(200).json().size()).isEqualTo(1);
    }

    private static void claim(String order, String key, String status, long amount) {
        Map<String, Object> data = Map.of("orderId", order, "paymentKey", key, "status", status, "totalAmount", amount);
        Api.open()
                .post(
                        "/api/payments/webhooks/toss",
                        Map.of(
                                "eventType", "PAYMENT_STATUS_CHANGED",
                                "createdAt", "2026-11-22T10:00:00.000000",
                                "data", data))
                .has(200);
    }

    /** What the bank took for the order, less what it gave back. */
    static long captured(String order) {
        long sum = 0;
        for (var money : Api.simulator()
                .get("/simulator/money?orderId=" + order)
                .has(200)
                .json()) {
            sum += money.path("captured").asLong() - money.path("refunded").asLong();
        }
        return sum;
    }
}
