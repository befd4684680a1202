package podo.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** {@code -Dpodo.fuzz.seed=…} repeats a run, {@code -Dpodo.fuzz.calls=…} sets its length; 20,000 calls with {@code --long}. */
@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzIT {

    private static final boolean LONG = Boolean.getBoolean("podo.long");
    private static final int CALLS = Integer.getInteger("podo.fuzz.calls", LONG ? 20_000 : 1_500);
    private static final Duration MOST = LONG ? Duration.ofHours(2) : Duration.ofSeconds(75);
    private static final long SEED =
            Long.getLong("podo.fuzz.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private static final int CALLS_BETWEEN_CHECKS = 40;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Dice dice = new Dice(SEED);
    private final Fan fan = Fan.fresh();
    private final Fan otherFan = Fan.fresh();
    private final Api organiser = Fan.otherOrganiser();
    private Show show;
    private OwnState state;
    private Map<String, List<String>> known;
    private String pass;

    @BeforeAll
    void ownThings() {
        System.out.println("Fuzzing with -Dpodo.fuzz.seed=" + SEED);
        show = Show.onSale(organiser, 3, 6);
        String reservation = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1))
                .path("id")
                .asString();
        pass = fan.api().post("/api/events/" + show.id() + "/queue/enter").string("pass");
        state = new OwnState(fan, organiser, show, reservation);
        known = known(reservation);
    }

    private Map<String, List<String>> known(String reservation) {
        String event = Long.toString(show.id());
        List<String> seats = fan.seats(show.id()).stream()
                .map(seat -> seat.path("id").asString())
                .toList();
        String order = fan.reservation(reservation).string("orderId");
        return Map.ofEntries(
                Map.entry("eventId", List.of(event)),
                Map.entry("id", List.of(event, reservation)),
                Map.entry("seatId", seats),
                Map.entry("seatIds", seats),
                Map.entry("orderId", List.of(order)),
                Map.entry("venueId", List.of("1", "2")),
                Map.entry("email", List.of(fan.email(), otherFan.email())),
                Map.entry("password", List.of("grapes-and-more")),
                Map.entry("page", List.of("0", "1")),
                Map.entry("size", List.of("1", "20")),
                Map.entry("mode", List.of("OPEN", "PAUSED")));
    }

    /** What a run published stays out of the list of events. */
    @AfterAll
    void withdrawWhatWasPublished() {
        for (JsonNode event : organiser.get("/api/events?mine=true&size=100").json("content")) {
            organiser.delete("/api/events/" + event.path("id").asString());
        }
    }

    @Test
    void noCallIsAnswered5xxAndARefusedOneChangesNothing() {
        List<ApiOperation> operations =
                ApiOperation.ofAll(List.of("user", "event", "inventory", "reservation", "payment"));
        assertThat(operations).hasSizeGreaterThan(40);
        Deque<String> refused = new ArrayDeque<>();
        Map<String, String> before = state.read();
        long end = System.nanoTime() + MOST.toNanos();
        int calls = 0;
        for (; calls < CALLS && System.nanoTime() < end; calls++) {
            ApiOperation operation = dice.of(operations);
            if (endsTheCaller(operation) || isSlow(operation) && !dice.oneIn(20)) {
                continue;
            }
            ApiOperation.Request request = operation.request(dice, known);
            Api caller = caller();
            Answer answer = sendUntilNoOutage(request, caller);
            assertThat(answer.status())
                    .as("seed %d: %s %s", SEED, request, answer)
                    .isLessThan(500);
            if (answer.status() >= 400) {
                refused.add(request + " → " + answer.status());
            } else if (!READING.contains(request.method())) {
                giveUpHold(answer);
                refused.clear();
                before = state.read();
            }
            if (refused.size() >= CALLS_BETWEEN_CHECKS) {
                assertThat(state.read()).as("seed %d: after %s", SEED, refused).isEqualTo(before);
                refused.clear();
            }
        }
        System.out.println("Fuzzed the API with " + calls + " calls, seed " + SEED);
        assertThat(state.read()).as("seed %d: after %s", SEED, refused).isEqualTo(before);
        assertThat(calls).isGreaterThan(LONG ? 15_000 : 100);
    }

    @Test
    void noFormOfThePagesIsAnswered5xx() {
        var pages = new PageForms(
                fan,
                List.of(
                        "/",
                        "/login",
                        "/signup",
                        "/events/" + show.id(),
                        "/events/" + show.id() + "/queue",
                        "/events/" + show.id() + "/seats",
                        "/tickets",
                        "/tickets/" + state.reservation() + "/cancel"));
        var admin = new PageForms(
                "other@podo.dev",
                "podo-demo",
                List.of(
                        "/admin",
                        "/admin/events/new",
                        "/admin/events/" + show.id(),
                        "/admin/venues/new",
                        "/admin/events/" + show.id() + "/room",
                        "/admin/events/" + show.id() + "/seats",
                        "/admin/audit"));
        long end = System.nanoTime() + MOST.toNanos() / 2;
        int forms = 0;
        for (; forms < CALLS / 4 && System.nanoTime() < end; forms++) {
            PageForms.Sent sent = (dice.oneIn(2) ? pages : admin).submitSome(dice);
            assertThat(sent.status()).as("seed %d: %s", SEED, sent).isLessThan(500);
        }
        System.out.println("Fuzzed " + forms + " forms, seed " + SEED);
        assertThat(forms).isGreaterThan(20);
    }

    private Api caller() {
        return switch (dice.below(6)) {
            case 0 -> Api.open();
            case 1 -> otherFan.api();
            case 2, 3 -> organiser;
            default -> dice.oneIn(2) ? fan.api().with("X-Entry-Pass", pass) : fan.api();
        };
    }

    /** A deleted account, or one whose log-in has ended, is refused everything from then on. */
    private static boolean endsTheCaller(ApiOperation operation) {
        return operation.method().equals("DELETE") && operation.path().startsWith("/api/users/me");
    }

    /** An audit asks the bank about all orders of the stack. */
    private static boolean isSlow(ApiOperation operation) {
        return operation.path().equals("/api/audit") && operation.method().equals("POST");
    }

    /** A 503 of a busy machine passes; one that stays is an answer. */
    private static Answer sendUntilNoOutage(ApiOperation.Request request, Api caller) {
        Answer answer = request.sendAs(caller);
        for (int i = 0; i < 3 && (answer.status() == 503 || answer.status() == 504); i++) {
            answer = request.sendAs(caller);
        }
        return answer;
    }

    /** A hold ends by itself, which the next comparison would take for a change. */
    private void giveUpHold(Answer answer) {
        if (answer.status() == 201 && answer.text().contains("\"holdId\"")) {
            fan.api().delete("/api/holds/" + answer.string("holdId"));
        }
        if (answer.status() == 201 && answer.text().contains("\"orderId\"")) {
            fan.api().post("/api/reservations/" + answer.string("id") + "/cancel");
        }
    }
}
