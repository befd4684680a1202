package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import podo.e2e.Answer;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.Show;

/** Row 27: the buyer approves in two windows, and both come back in the same moment. */
public final class TwoTabs {

    private static final int ROUNDS = 5;

    private TwoTabs() {}

    public static void pay() {
        Show show = Show.onSale(1, ROUNDS);
        for (Long seat : Fan.fresh().freeSeats(show.id())) {
            Fan fan = Fan.fresh();
            String hold = fan.hold(show.id(), fan.enter(show.id()), List.of(seat))
                    .has(201)
                    .string("holdId");
            Answer reservation =
                    fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
            String order = reservation.string("orderId");
            long amount = reservation.json("amount").asLong();
            fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201);
            List<String> keys = List.of(Bank.approve(order, amount), Bank.approve(order, amount));
            try (var tabs = Executors.newFixedThreadPool(keys.size())) {
                List<CompletableFuture<Answer>> confirming = keys.stream()
                        .map(key -> CompletableFuture.supplyAsync(() -> fan.confirm(key, order, amount), tabs))
                        .toList();
                assertThat(confirming.stream().map(CompletableFuture::join))
                        .as("nothing but an answer for people")
                        .allSatisfy(answer ->
                                assertThat(answer.status()).as("%s", answer).isLessThan(500));
            }
            fan.awaitStatus(reservation.string("id"), "CONFIRMED");
            // what the second tab may have charged is given back at once
            await().atMost(Fan.SOON)
                    .untilAsserted(
                            () -> assertThat(ForgedWebhooks.captured(order)).isEqualTo(amount));
            assertThat(fan.api().get("/api/tickets").has(200).json().size()).isEqualTo(1);
        }
    }
}
