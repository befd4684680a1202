package podo.inventory.hold.api;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.inventory.Api.newFan;
import static podo.inventory.Api.seats;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@InventoryIT
class HoldApiIT {

    private static final String CHALLENGE = "urn:problem:challenge-required";

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    private long event;
    private long first;

    @BeforeEach
    void openHall() {
        event = halls.open(4, 10);
        first = TestHalls.seats(event, 1).getFirst();
    }

    @Test
    void aFanHoldsSeatsAndTheMapShowsItAtOnce() {
        Answer hold = api.hold(newFan(), event, first, first + 1);

        assertThat(hold.status()).isEqualTo(201);
        assertThat(hold.body().path("total").asLong()).isEqualTo(300_000);
        assertThat(hold.body().path("seats").size()).isEqualTo(2);
        assertThat(Instant.parse(hold.body().path("expiresAt").asString()))
                .isBetween(Instant.now().plusSeconds(280), Instant.now().plusSeconds(310));
        assertThat(status(first)).isEqualTo("HELD");
        assertThat(status(first + 2)).isEqualTo("AVAILABLE");
    }

    @Test
    void theLoserLearnsWhichSeatsWereLostAndKeepsNothing() {
        api.hold(newFan(), event, first + 1);

        Answer lost = api.hold(newFan(), event, first, first + 1);

        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.type()).isEqualTo("urn:problem:seats-taken");
        assertThat(lost.body().path("seats").toString()).isEqualTo("[" + (first + 1) + "]");
        assertThat(status(first)).isEqualTo("AVAILABLE");
    }

    @Test
    void aServiceAsksForManyHoldsAtOnceAndUnknownOnesAreLeftOut() {
        long fan = newFan();
        String held = api.hold(fan, event, first).body().path("holdId").asString();
        String released = api.hold(fan, event, first + 3).body().path("holdId").asString();
        api.send(api.as(fan, "/api/holds/" + released).DELETE());

        Answer states = api.send(api.asService("/internal/holds/states")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[\"%s\",\"%s\",\"none\"]".formatted(held, released))));

        assertThat(states.status()).as("%s", states.body()).isEqualTo(200);
        assertThat(states.body()
                        .valueStream()
                        .map(state -> state.path("holdId").asString() + " "
                                + state.path("status").asString()))
                .containsExactlyInAnyOrder(held + " HELD", released + " RELEASED");
    }

    @Test
    void releasedSeatsAreFreeAtOnce() {
        long fan = newFan();
        String id = api.hold(fan, event, first).body().path("holdId").asString();

        assertThat(api.send(api.as(newFan(), "/api/holds/" + id).DELETE()).status())
                .isEqualTo(404);
        assertThat(api.send(api.as(fan, "/api/holds/" + id).DELETE()).status()).isEqualTo(204);
        assertThat(status(first)).isEqualTo("AVAILABLE");
        assertThat(api.hold(newFan(), event, first).status()).isEqualTo(201);
        assertThat(api.send(api.as(fan, "/api/holds/" + id).DELETE()).status()).isEqualTo(204);
        assertThat(api.send(api.as(fan, "/api/holds/" + id).GET())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("RELEASED");
        assertThat(status(first)).isEqualTo("HELD");
    }

    @Test
    void theLimitCountsAllHoldsOfAFan() {
        long fan = newFan();
        assertThat(api.hold(fan, event, first, first + 1, first + 2).status()).isEqualTo(201);

        assertThat(api.hold(fan, event, first + 3, first + 4).type()).isEqualTo("urn:problem:too-many-seats");
        assertThat(api.hold(fan, event, first + 3).status()).isEqualTo(201);
        assertThat(api.hold(fan, event, first + 4).status()).isEqualTo(422);
        assertThat(api.hold(newFan(), event, first + 5, first + 6, first + 7, first + 8, first + 9)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aRepeatedRequestGetsTheSameHold() {
        long fan = newFan();
        var request = api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .header("Idempotency-Key", "once");

        Answer one = api.send(request.copy().POST(seats(first)));
        Answer two = api.send(request.copy().POST(seats(first)));
        Answer other = api.send(request.copy().POST(seats(first + 1)));

        assertThat(one.status()).isEqualTo(201);
        assertThat(two.status()).isEqualTo(201);
        assertThat(two.body()).isEqualTo(one.body());
        assertThat(two.http().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.type()).isEqualTo("urn:problem:idempotency-key-reused");
    }

    @Test
    void badRequestsAreRefusedInTheOrderOfTheContract() {
        long fan = newFan();
        String path = "/api/events/" + event + "/holds";
        String pass = api.pass(fan, event, Duration.ofMinutes(15));

        assertThat(api.send(api.open(path).POST(BodyPublishers.ofString("nonsense")))
                        .status())
                .isEqualTo(401);
        assertThat(api.send(api.as(fan, path).POST(BodyPublishers.ofString("nonsense")))
                        .type())
                .isEqualTo("urn:problem:no-pass");
        assertThat(refused(fan, path, api.pass(newFan(), event, Duration.ofMinutes(15)), "{}"))
                .isEqualTo(403);
        assertThat(refused(fan, path, api.pass(fan, event + 1, Duration.ofMinutes(15)), "{}"))
                .isEqualTo(403);
        assertThat(refused(fan, path, api.pass(fan, event, Duration.ofSeconds(-5)), "{}"))
                .isEqualTo(403);
        assertThat(refused(fan, path, pass, "nonsense")).isEqualTo(400);
        assertThat(refused(fan, path, pass, "{}")).isEqualTo(400);
        assertThat(refused(fan, path, pass, "{\"seatIds\":[]}")).isEqualTo(400);
        assertThat(refused(fan, path, pass, "{\"seatIds\":[null]}")).isEqualTo(400);
        assertThat(refused(fan, path, pass, "{\"seatIds\":[" + first + "," + first + "]}"))
                .isEqualTo(400);
        assertThat(refused(fan, path, pass, "{\"seatIds\":[1,2,3,4,5]}")).isEqualTo(422);
        assertThat(refused(fan, path, pass, "{\"seatIds\":[" + (first + 40) + "]}"))
                .isEqualTo(404);
        assertThat(refused(fan, path, pass, "{\"seatIds\":[1]}")).isEqualTo(404);
        assertThat(api.send(api.as(fan, "/api/events/1/seats").GET()).status()).isEqualTo(404);
        assertThat(api.send(api.as(fan, "/api/events/abc/seats").GET()).status())
                .isEqualTo(404);
        assertThat(api.send(api.as(fan, "/api/holds/none").GET()).status()).isEqualTo(404);
        assertThat(api.send(api.as(fan, "/internal/events/" + event + "/availability")
                                .GET())
                        .status())
                .isEqualTo(401);
        assertThat(status(first)).isEqualTo("AVAILABLE");
    }

    @Test
    void aHoldEndsBeforeItsPass() {
        long fan = newFan();
        Answer hold = api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(3)))
                .POST(seats(first)));

        assertThat(Instant.parse(hold.body().path("expiresAt").asString()))
                .isBefore(Instant.now().plusSeconds(91));
    }

    @Test
    void aFanWhoAsksTooFastHasToWait() {
        long fan = newFan();
        Answer last = null;
        for (int i = 0; i < 40 && (last == null || last.status() != 429); i++) {
            last = api.hold(fan, event, 1, 2, 3, 4, 5);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.http().headers().firstValue("Retry-After")).isPresent();
    }

    /** With the default settings, so only after more requests than the limit of holds lets through in a minute. */
    @Test
    void whoGoesOnLikeAScriptSolvesAChallenge() throws Exception {
        long fan = newFan();
        Answer last = api.hold(fan, event, 1, 2, 3, 4, 5);
        int asked = 1;
        // the count begins anew with each minute
        for (; asked < 300 && !last.type().equals(CHALLENGE); asked++) {
            last = api.hold(fan, event, 1, 2, 3, 4, 5);
        }
        assertThat(asked).isGreaterThan(90);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.http().headers().firstValue("Retry-After")).contains("10");
        assertThat(last.body().path("header").asString()).isEqualTo("X-Altcha");
        assertThat(last.body().path("detail").asString()).contains("wait 10 seconds", "support@podo.example");
        assertThat(api.hold(newFan(), event, first).status())
                .as("another account")
                .isEqualTo(201);

        String solution = solve(last.body().path("challenge"));
        assertThat(with(solution, newFan()).type()).as("another fan's").isNotEqualTo(CHALLENGE);
        assertThat(with("nonsense", fan).type()).isEqualTo(CHALLENGE);
        assertThat(with(solution, fan).type()).isNotEqualTo(CHALLENGE);
        assertThat(api.hold(fan, event, 1, 2, 3, 4, 5).type()).isNotEqualTo(CHALLENGE);
    }

    private Answer with(String solution, long fan) {
        return api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .header("X-Altcha", solution)
                .POST(seats(1, 2, 3, 4, 5)));
    }

    private static String solve(JsonNode challenge) throws Exception {
        int number = Altcha.solveChallenge(
                        challenge.path("challenge").asString(),
                        challenge.path("salt").asString(),
                        Altcha.Algorithm.SHA256,
                        challenge.path("maxnumber").asLong(),
                        0)
                .number;
        ObjectNode solution = ((ObjectNode) challenge.deepCopy()).put("number", number);
        return Base64.getEncoder().encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bookingAndPaymentSeeTheHoldAndPinIt() {
        long fan = newFan();
        String id = api.hold(fan, event, first).body().path("holdId").asString();

        Answer facts = api.send(api.asService("/internal/holds/" + id).GET());
        assertThat(facts.body().path("fanId").asLong()).isEqualTo(fan);
        assertThat(facts.body().path("status").asString()).isEqualTo("HELD");
        assertThat(facts.body().path("seats").get(0).path("price").asLong()).isEqualTo(150_000);

        assertThat(api.send(api.asService("/internal/holds/" + id + "/pin").POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        assertThat(api.send(api.as(fan, "/api/holds/" + id).DELETE()).type()).isEqualTo("urn:problem:hold-pinned");
        assertThat(api.send(api.asService("/internal/holds/" + id + "/pin").DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(api.send(api.as(fan, "/api/holds/" + id).DELETE()).status()).isEqualTo(204);
        assertThat(api.send(api.asService("/internal/holds/" + id + "/pin").POST(BodyPublishers.noBody()))
                        .type())
                .isEqualTo("urn:problem:hold-lapsed");
    }

    @Test
    void aFanWhoNeedsMoreTimeGetsItTwice() {
        long fan = newFan();
        Answer hold = api.hold(fan, event, first);
        String path = "/api/holds/" + hold.body().path("holdId").asString() + "/extend";

        Answer longer = api.send(api.as(fan, path).POST(BodyPublishers.noBody()));
        assertThat(Instant.parse(longer.body().path("expiresAt").asString()))
                .isAfter(Instant.parse(hold.body().path("expiresAt").asString()).plusSeconds(200));
        assertThat(api.send(api.as(fan, path).POST(BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(api.send(api.as(fan, path)
                                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofHours(1)))
                                .POST(BodyPublishers.noBody()))
                        .type())
                .isEqualTo("urn:problem:no-more-extensions");
    }

    private int refused(long fan, String path, String pass, String body) {
        return api.send(api.as(fan, path).header("X-Entry-Pass", pass).POST(BodyPublishers.ofString(body)))
                .status();
    }

    private String status(long seatId) {
        Answer map = api.send(api.as(1, "/api/events/" + event + "/seats").GET());
        for (var seat : map.body().path("seats")) {
            if (seat.path("id").asLong() == seatId) {
                return seat.path("status").asString();
            }
        }
        throw new AssertionError("no seat " + seatId);
    }
}
