package podo.e2e.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
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

/**
 * One purchase as a patient browser makes it: what went unanswered is asked again with the same key, and when the seats'
 * time ran out while a service was away, the fan begins anew. Ends with tickets, or with all money back.
 */
public final class Purchase {

    private static final String KEY = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<Integer> AWAY = Set.of(429, 500, 502, 503, 504);

    /** @param fault the simulator's word, or null when nothing is to break */
    public record Plan(List<Long> seats, @Nullable String fault, Duration time, boolean cancels) {}

    private final Fan fan;
    private final long event;
    private final Plan plan;
    private final PurchaseTally tally;

    public Purchase(Fan fan, long event, Plan plan, PurchaseTally tally) {
        this.fan = fan;
        this.event = event;
        this.plan = plan;
        this.tally = tally;
    }

    public void make() {
        insist(() -> Api.open().get("/events/" + event), answer -> true).has(200);
        AtomicReference<String> reservation = new AtomicReference<>();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    reservation.set(tryIt());
                    return reservation.get() != null;
                });
        String bought = reservation.get();
        if (plan.cancels()) {
            insist(() -> fan.api().with(KEY, bought).post("/api/reservations/" + bought + "/cancel"), answer -> true)
                    .isOneOf(200, 202, 409);
            reaches(bought, Set.of("REFUNDED"));
        }
        tally.ended((plan.fault() == null ? "" : "faulty, ") + (plan.cancels() ? "given back" : "with tickets"));
    }

    /** @return the reservation that was bought, or null when its time ran out before anything was charged */
    private @Nullable String tryIt() {
        String pass = insist(this::enter, answer -> true).string("pass");
        String key = UUID.randomUUID().toString();
        Answer hold = insist(
                () -> fan.api()
                        .with("X-Entry-Pass", pass)
                        .with(KEY, key)
                        .post("/api/events/" + event + "/holds", Map.of("seatIds", plan.seats())),
                answer -> true);
        if (hold.status() != 201) {
            assertThat(hold.status()).as("%s", hold).isIn(403, 409);
            return null;
        }
        Answer reservation = insist(
                () -> fan.api().with(KEY, key).post("/api/reservations", Map.of("holdId", hold.string("holdId"))),
                answer -> true);
        if (reservation.status() >= 300) {
            assertThat(reservation.status()).as("%s", reservation).isIn(404, 409);
            return null;
        }
        return pay(reservation) ? reservation.string("id") : null;
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
        long amount = reservation.json("amount").asLong();
        Answer opened = insist(() -> fan.api().post("/api/payments", Map.of("orderId", order)), answer -> true);
        if (opened.status() == 409) {
            return false;
        }
        if (plan.fault() != null) {
            asked(() -> Bank.breaks(order, plan.fault(), plan.time()));
        }
        String key = asked(() -> Bank.approve(order, amount));
        Map<String, Object> home = Map.of("paymentKey", key, "orderId", order, "amount", amount);
        long began = System.nanoTime();
        Answer end = insist(() -> fan.api().with(KEY, key).post("/api/payments/confirm", home), answer -> true);
        if (end.status() == 202) {
            // as the page does: "we are asking the bank", until it is known
            end = insist(
                    () -> fan.api().get("/api/payments/" + order),
                    answer -> answer.status() == 200 && !answer.string("status").equals("CHECKING"));
            tally.wasChecking(Duration.ofNanos(System.nanoTime() - began));
            end = insist(
                    () -> fan.api().with(KEY, key).post("/api/payments/confirm", home),
                    answer -> answer.status() != 202);
        }
        if (end.status() == 409) {
            return false;
        }
        if (end.status() == 402) {
            // the bank forgot the buyer's consent: nothing was charged, the buyer agrees once more
            return pay(reservation);
        }
        end.has(200);
        return reaches(id, Set.of("CONFIRMED", "REFUNDED")).equals("CONFIRMED");
    }

    private String reaches(String reservation, Set<String> ends) {
        return insist(
                        () -> fan.api().get("/api/reservations/" + reservation),
                        answer -> answer.status() == 200 && ends.contains(answer.string("status")))
                .string("status");
    }

    /** Asks until somebody answers, and the answer decides. */
    private Answer insist(Supplier<Answer> call, Predicate<Answer> decides) {
        return asked(() -> {
            long began = System.nanoTime();
            Answer answer = tally.heard(call.get());
            tally.took(Duration.ofNanos(System.nanoTime() - began));
            if (AWAY.contains(answer.status()) || notYet(answer) || !decides.test(answer)) {
                throw new IllegalStateException(answer.toString());
            }
            return answer;
        });
    }

    private static boolean notYet(Answer answer) {
        return answer.status() == 409
                && (answer.text().contains("urn:problem:not-your-turn")
                        || answer.text().contains("urn:problem:still-running"));
    }

    private void asked(Runnable call) {
        asked(() -> {
            call.run();
            return true;
        });
    }

    private <T> T asked(Supplier<T> call) {
        AtomicReference<T> answer = new AtomicReference<>();
        await().ignoreExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        answer.set(call.get());
                    } catch (UncheckedIOException e) {
                        tally.unheard();
                        throw e;
                    }
                    return true;
                });
        return answer.get();
    }
}
