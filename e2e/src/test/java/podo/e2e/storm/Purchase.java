package podo.e2e.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Bank;
import podo.e2e.Fan;
import tools.jackson.databind.JsonNode;

/**
 * One purchase with retries: an unanswered call is repeated with the same Idempotency-Key, and when the hold expires during an
 * outage the purchase starts again from the line. It ends with tickets, with a full refund, or with nothing because its seats were sold at the desk.
 */
public final class Purchase {

    /** Tried for every third booking of an event that has codes. */
    public static final String CODE = "STORM";

    private static final String KEY = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<Integer> OUTAGE = Set.of(429, 500, 502, 503, 504);

    /**
     * @param wish what the hold asks for: {@code seatIds} or {@code areas}
     * @param fault the simulator's kind of fault at confirm, or null for none
     */
    public record Plan(Map<String, ?> wish, @Nullable String fault, Duration time, boolean cancelled) {}

    private final Fan fan;
    private final long event;
    private final Plan plan;
    private final PurchaseTally tally;
    private @Nullable String bought;
    private boolean soldToOthers;

    public Purchase(Fan fan, long event, Plan plan, PurchaseTally tally) {
        this.fan = fan;
        this.event = event;
        this.plan = plan;
        this.tally = tally;
    }

    public void make() {
        callUntilFinal(() -> Api.open().get("/events/" + event), answer -> true).has(200);
        AtomicReference<String> reservation = new AtomicReference<>();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    reservation.set(buyOnce());
                    return reservation.get() != null || soldToOthers;
                });
        String id = reservation.get();
        if (id == null) {
            tally.recordEnd("the desk was faster");
            return;
        }
        bought = id;
        if (plan.cancelled()) {
            callUntilFinal(() -> fan.api().with(KEY, id).post("/api/reservations/" + id + "/cancel"), answer -> true)
                    .isOneOf(200, 202, 409);
            awaitStatus(id, Set.of("REFUNDED"));
        }
        tally.recordEnd((plan.fault() == null ? "" : "faulty, ") + (plan.cancelled() ? "refunded" : "with tickets"));
    }

    /** Offers a seat of what was bought back, asks for returned seats, and buys those that are held for this fan. */
    void giveBackAndTakeOffers() {
        String id = bought;
        if (id == null || plan.cancelled()) {
            return;
        }
        JsonNode seats = callUntilFinal(() -> fan.api().get("/api/reservations/" + id), answer -> true)
                .has(200)
                .json("seats");
        callUntilFinal(
                        () -> fan.api()
                                .post(
                                        "/api/reservations/" + id + "/give-backs",
                                        Map.of(
                                                "seatIds",
                                                List.of(seats.get(0).path("id").asLong()))),
                        answer -> true)
                .isOneOf(201, 409);
        callUntilFinal(() -> fan.api().put("/api/events/" + event + "/queue/wish", Map.of()), answer -> true);
        callUntilFinal(() -> fan.api().get("/api/give-backs"), answer -> true)
                .has(200)
                .json("offers")
                .forEach(offer -> buyOffered(offer.path("holdId").asString()));
    }

    private void buyOffered(String holdId) {
        Answer reservation = callUntilFinal(
                () -> fan.api().with(KEY, holdId).post("/api/reservations", Map.of("holdId", holdId)), answer -> true);
        if (reservation.status() < 300) {
            tally.recordEnd(pay(reservation) ? "an offered seat bought" : "an offered seat missed");
        }
    }

    /** @return id of the paid reservation, or null when the hold expired before the charge */
    private @Nullable String buyOnce() {
        String pass = callUntilFinal(this::enter, answer -> true).string("pass");
        String key = UUID.randomUUID().toString();
        Answer hold = callUntilFinal(
                () -> fan.api()
                        .with("X-Entry-Pass", pass)
                        .with(KEY, key)
                        .post("/api/events/" + event + "/holds", plan.wish()),
                answer -> true);
        if (hold.status() != 201) {
            assertThat(hold.status()).as("%s", hold).isIn(403, 409);
            soldToOthers = hold.status() == 409 && areSold();
            return null;
        }
        Answer reservation = callUntilFinal(
                () -> fan.api().with(KEY, key).post("/api/reservations", Map.of("holdId", hold.string("holdId"))),
                answer -> true);
        if (reservation.status() >= 300) {
            assertThat(reservation.status()).as("%s", reservation).isIn(404, 409);
            return null;
        }
        return pay(reservation) ? reservation.string("id") : null;
    }

    /** Whether one of the seats that this purchase is about was sold, to the desk. */
    private boolean areSold() {
        if (!(plan.wish().get("seatIds") instanceof List<?> wanted)) {
            return false;
        }
        AtomicReference<Boolean> sold = new AtomicReference<>(false);
        callUntilFinal(() -> fan.api().get("/api/events/" + event + "/seats"), answer -> true)
                .json("seats")
                .forEach(seat -> {
                    if (wanted.contains(seat.path("id").asLong())
                            && seat.path("status").asString().equals("SOLD")) {
                        sold.set(true);
                    }
                });
        return sold.get();
    }

    private Answer enter() {
        Answer joined = fan.api().post("/api/events/" + event + "/queue");
        if (joined.status() != 200) {
            return joined;
        }
        return fan.api().post("/api/events/" + event + "/queue/enter");
    }

    private boolean pay(Answer reservation) {
        String id = reservation.string("id");
        String order = reservation.string("orderId");
        chooseKinds(reservation);
        useCode(reservation);
        Answer opened = callUntilFinal(() -> fan.api().post("/api/payments", Map.of("orderId", order)), answer -> true);
        if (opened.status() == 409) {
            return false;
        }
        long amount = opened.json("amount").asLong();
        if (amount == 0) {
            tally.recordEnd("free");
            return awaitStatus(id, Set.of("CONFIRMED", "REFUNDED")).equals("CONFIRMED");
        }
        if (plan.fault() != null) {
            retry(() -> Bank.failNextConfirm(order, plan.fault(), plan.time()));
        }
        String key = retry(() -> Bank.approve(order, amount));
        Map<String, Object> confirmation = Map.of("paymentKey", key, "orderId", order, "amount", amount);
        long began = System.nanoTime();
        Answer end = callUntilFinal(
                () -> fan.api().with(KEY, key).post("/api/payments/confirm", confirmation), answer -> true);
        if (end.status() == 202) {
            // the payment is unknown: poll it as the page does
            end = callUntilFinal(
                    () -> fan.api().get("/api/payments/" + order),
                    answer -> answer.status() == 200 && !answer.string("status").equals("CHECKING"));
            tally.recordChecking(Duration.ofNanos(System.nanoTime() - began));
            end = callUntilFinal(
                    () -> fan.api().with(KEY, key).post("/api/payments/confirm", confirmation),
                    answer -> answer.status() != 202);
        }
        if (end.status() == 409) {
            return false;
        }
        if (end.status() == 402) {
            // the bank lost the approval and charged nothing: the buyer approves again
            return pay(reservation);
        }
        end.has(200);
        return awaitStatus(id, Set.of("CONFIRMED", "REFUNDED")).equals("CONFIRMED");
    }

    /** Of four seats one is a child's and one is free, where the event sells such tickets; what was opened for payment before stays. */
    private void chooseKinds(Answer reservation) {
        List<Map<String, Object>> choices = new ArrayList<>();
        JsonNode kinds = reservation.json("kinds");
        reservation.json("seats").forEach(seat -> {
            JsonNode ofGrade = kinds.path(seat.path("grade").asString());
            int dice = Math.floorMod(seat.path("id").asLong(), 4);
            if (dice < ofGrade.size()) {
                choices.add(Map.of(
                        "seatId",
                        seat.path("id").asLong(),
                        "kind",
                        ofGrade.path(dice).path("name").asString()));
            }
        });
        if (!choices.isEmpty()) {
            callUntilFinal(
                            () -> fan.api()
                                    .put(
                                            "/api/reservations/" + reservation.string("id") + "/kinds",
                                            Map.of("seats", choices)),
                            answer -> true)
                    .isOneOf(200, 409);
        }
    }

    /** 400 when the code is used up, 409 when the payment was opened before. */
    private void useCode(Answer reservation) {
        String id = reservation.string("id");
        if (reservation.json("canUseCode").asBoolean() && Math.floorMod(id.hashCode(), 3) == 0) {
            Answer used = callUntilFinal(
                    () -> fan.api().put("/api/reservations/" + id + "/code", Map.of("code", CODE)), answer -> true);
            used.isOneOf(200, 400, 409);
            tally.recordEnd(used.status() == 200 ? "a code used" : "a code refused");
        }
    }

    private String awaitStatus(String reservation, Set<String> ends) {
        return callUntilFinal(
                        () -> fan.api().get("/api/reservations/" + reservation),
                        answer -> answer.status() == 200 && ends.contains(answer.string("status")))
                .string("status");
    }

    /** Repeats the call until it is answered and {@code isFinal} accepts the answer. */
    private Answer callUntilFinal(Supplier<Answer> call, Predicate<Answer> isFinal) {
        return retry(() -> {
            long began = System.nanoTime();
            Answer answer = tally.record(call.get());
            tally.recordDuration(Duration.ofNanos(System.nanoTime() - began));
            if (OUTAGE.contains(answer.status()) || isTemporaryRefusal(answer) || !isFinal.test(answer)) {
                throw new IllegalStateException(answer.toString());
            }
            return answer;
        });
    }

    private static boolean isTemporaryRefusal(Answer answer) {
        return answer.status() == 409
                && (answer.text().contains("urn:problem:not-your-turn")
                        || answer.text().contains("urn:problem:sum-changed")
                        || answer.text().contains("urn:problem:still-running"));
    }

    private void retry(Runnable call) {
        retry(() -> {
            call.run();
            return true;
        });
    }

    private <T> T retry(Supplier<T> call) {
        AtomicReference<T> answer = new AtomicReference<>();
        await().ignoreExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        answer.set(call.get());
                    } catch (UncheckedIOException e) {
                        tally.recordNoAnswer();
                        throw e;
                    }
                    return true;
                });
        return answer.get();
    }
}
