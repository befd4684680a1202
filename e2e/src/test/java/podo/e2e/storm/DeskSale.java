package podo.e2e.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import podo.e2e.Answer;
import podo.e2e.Fan;

/**
 * A sale at the desk of seats that a fan buys in the same moment. An unanswered one is repeated with the same Idempotency-Key. It ends sold, sold
 * and refunded, or refused because the fan was faster.
 */
final class DeskSale {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<Integer> OUTAGE = Set.of(401, 429, 500, 502, 503, 504);
    private static final List<String> WAYS = List.of("CASH", "CARD", "COMPLIMENTARY");

    private final long event;
    private final List<Long> seats;
    private final PurchaseTally tally;

    DeskSale(long event, List<Long> seats, PurchaseTally tally) {
        this.event = event;
        this.seats = seats;
        this.tally = tally;
    }

    void make() {
        int dice = Math.floorMod(seats.hashCode(), 12);
        String key = UUID.randomUUID().toString();
        Map<String, Object> sale = Map.of(
                "seats", seats.stream().map(id -> Map.of("seatId", id)).toList(),
                "way", WAYS.get(dice % WAYS.size()),
                "reason", "storm");
        Answer sold = callUntil(
                () -> Fan.organiser()
                        .with("Idempotency-Key", key)
                        .post("/api/organiser/events/" + event + "/sales", sale),
                answer -> !answer.text().contains("urn:problem:still-running"));
        if (sold.status() == 409) {
            tally.recordEnd("at the desk, the fan was faster");
            return;
        }
        assertThat(sold.status()).as("%s", sold).isEqualTo(201);
        String order = "/api/organiser/orders/" + sold.string("orderId");
        callUntil(
                () -> Fan.organiser().get(order),
                answer -> Set.of("CONFIRMED", "REFUNDED").contains(answer.string("status")));
        if (dice < 3) {
            callUntil(
                            () -> Fan.organiser().post(order + "/refund", Map.of("waiveFee", true, "reason", "storm")),
                            answer -> true)
                    .has(202);
            callUntil(
                    () -> Fan.organiser().get(order),
                    answer -> answer.string("status").equals("REFUNDED"));
        }
        tally.recordEnd("at the desk, " + (dice < 3 ? "refunded" : "sold"));
    }

    private Answer callUntil(Supplier<Answer> call, Predicate<Answer> isFinal) {
        AtomicReference<Answer> last = new AtomicReference<>();
        await().ignoreExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    last.set(tally.record(call.get()));
                    return !OUTAGE.contains(last.get().status()) && isFinal.test(last.get());
                });
        return last.get();
    }
}
