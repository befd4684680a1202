package podo.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import podo.contracts.door.TicketCheckInUndone;
import podo.contracts.door.TicketCheckedIn;
import podo.contracts.event.EventCancelled;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentCancelled;
import podo.notification.MailNeighbours;
import podo.notification.NotificationIT;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks from a message that is heard to a receiver that works, hangs, fails, or wants nothing more. */
@TestPropertySource(
        properties = {
            "podo.webhooks.allow-loopback=true",
            "podo.webhooks.pauses=200ms,400ms",
            "podo.webhooks.answer-within=2s",
            "podo.webhooks.connect-within=1s",
            "podo.webhooks.per-team=3"
        })
class TeamWebhookDeliveryIT extends NotificationIT {

    private static final WebhookReceiver RECEIVER = new WebhookReceiver();
    private static final AtomicLong IDS = new AtomicLong(500_000);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    FanTokens tokens;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private long team;
    private long event;

    private record Answer(int status, JsonNode body, String text) {}

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry registry) throws NoSuchAlgorithmException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        String key = Base64.getEncoder()
                .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        registry.add("podo.jwt-private-key", () -> key);
    }

    @BeforeEach
    void aTeamHasAnEvent() {
        team = IDS.incrementAndGet();
        event = IDS.incrementAndGet();
        jdbc.sql("INSERT INTO webhook_event (event_id, team_id) VALUES (?, ?)")
                .params(event, team)
                .update();
    }

    private Answer call(Fan who, String method, String path, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + tokens.mint(who, Instant.now(), Duration.ofMinutes(15)))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), json.readTree(answer.body().isEmpty() ? "{}" : answer.body()), answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Answer call(String method, String path, Object body) {
        return call(Fan.of(team, Role.ORGANISER), method, "/api/teams/" + team + "/webhooks" + path, body);
    }

    private Answer make(String url, String... types) {
        return call("POST", "", Map.of("url", url, "types", List.of(types)));
    }

    private static String path(String what) {
        return "/" + what + "/" + UUID.randomUUID();
    }

    /** An order of the team's event that was paid and sold. */
    private MailNeighbours.Order sell() {
        MailNeighbours.Order order = neighbours.order();
        neighbours.publish(new SeatsSold(event, "h-1", order.orderId, order.seatIds()));
        return order;
    }

    private JsonNode messages(Answer made) {
        return call("GET", "/" + made.body().path("id").asLong() + "/messages", null)
                .body();
    }

    private void awaitState(Answer made, String state) {
        await().atMost(SOON)
                .until(() -> messages(made).path(0).path("state").asString().equals(state));
    }

    private static String signature(WebhookReceiver.Received one, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String signed = one.header("webhook-id") + "." + one.header("webhook-timestamp") + "." + one.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPurchaseThatIsHeardTwiceIsToldOnceSignedAndWithoutAPerson() {
        String path = path("ok");
        Answer made = make(RECEIVER.url(path), "order.paid");
        assertThat(made.status()).isEqualTo(201);
        String secret = made.body().path("secret").asString();
        MailNeighbours.Order order = sell();
        neighbours.publish(new SeatsSold(event, "h-1", order.orderId, order.seatIds()));
        sell();

        await().atMost(SOON).until(() -> RECEIVER.at(path).size() == 2);
        WebhookReceiver.Received first = RECEIVER.at(path).stream()
                .filter(one -> one.body().contains(order.orderId))
                .findFirst()
                .orElseThrow();
        assertThat(first.header("webhook-signature")).isEqualTo(signature(first, secret));
        assertThat(first.header("content-type")).startsWith("application/json");
        assertThat(Long.parseLong(first.header("webhook-timestamp")))
                .isBetween(
                        Instant.now().minusSeconds(60).getEpochSecond(),
                        Instant.now().getEpochSecond());
        JsonNode body = json.readTree(first.body());
        assertThat(body.path("type").asString()).isEqualTo("order.paid");
        assertThat(Instant.parse(body.path("timestamp").asString()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(body.path("data").path("eventId").asLong()).isEqualTo(event);
        assertThat(body.path("data").path("amount").asLong()).isPositive();
        assertThat(first.body()).doesNotContain(order.email, order.name, "fan");
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> RECEIVER.at(path).size() == 2);
        assertThat(messages(made).path(0).path("state").asString()).isEqualTo("DONE");
        assertThat(call("GET", "", null).text()).doesNotContain(secret);
    }

    @Test
    void onlyWhatWasChosenIsToldAndOnlyOfTheTeamsEvents() {
        String path = path("ok");
        Answer made = make(RECEIVER.url(path), "order.refunded", "event.cancelled");
        MailNeighbours.Order order = sell();
        neighbours.publish(new PaymentCancelled("c-1", order.orderId, "r-1", "h-1", event, order.seatIds(), 0, 0));
        neighbours.publish(new PaymentCancelled(
                "c-" + order.orderId, order.orderId, "r-1", "h-1", event, order.seatIds(), 50_000, 0));
        neighbours.publish(new EventCancelled(event, "flood"));
        await().atMost(SOON).until(() -> RECEIVER.at(path).size() == 2);
        assertThat(RECEIVER.at(path).stream()
                        .map(one -> json.readTree(one.body()).path("type").asString()))
                .containsExactlyInAnyOrder("order.refunded", "event.cancelled");
        assertThat(messages(made).size()).isEqualTo(2);
    }

    @Test
    void whoWasLetInIsToldOnce() {
        String path = path("ok");
        make(RECEIVER.url(path), "ticket.checked_in");
        MailNeighbours.Order order = sell();
        String checkIn = UUID.randomUUID().toString();
        TicketCheckedIn message = new TicketCheckedIn(
                checkIn, order.orderId, event, 3, 42_000_001L, "Gate A", Instant.parse("2026-12-12T10:00:00Z"));
        neighbours.publish(message);
        neighbours.publish(message);
        await().atMost(SOON).until(() -> RECEIVER.at(path).size() == 1);
        JsonNode told = json.readTree(RECEIVER.at(path).getFirst().body());
        assertThat(told.path("type").asString()).isEqualTo("ticket.checked_in");
        assertThat(told.at("/data/checkInId").asString()).isEqualTo(checkIn);
        assertThat(told.at("/data/orderId").asString()).isEqualTo(order.orderId);
        assertThat(told.at("/data/gate").asString()).isEqualTo("Gate A");
        assertThat(told.at("/data/at").asString()).isEqualTo("2026-12-12T10:00:00Z");
    }

    @Test
    void anUndoneCheckInIsToldOnceAfterTheCheckIn() {
        String path = path("ok");
        make(RECEIVER.url(path), "ticket.checked_in", "ticket.check_in_undone");
        MailNeighbours.Order order = sell();
        String checkIn = UUID.randomUUID().toString();
        Instant in = Instant.parse("2026-12-12T10:00:00Z");
        TicketCheckInUndone undone =
                new TicketCheckInUndone(checkIn, order.orderId, event, 3, 42_000_001L, "Gate A", in.plusSeconds(60));
        neighbours.publish(new TicketCheckedIn(checkIn, order.orderId, event, 3, 42_000_001L, "Gate A", in));
        neighbours.publish(undone);
        neighbours.publish(undone);
        await().atMost(SOON).until(() -> RECEIVER.at(path).size() == 2);
        await().during(Duration.ofSeconds(1)).until(() -> RECEIVER.at(path).size() == 2);
        List<JsonNode> told = RECEIVER.at(path).stream()
                .map(one -> json.readTree(one.body()))
                .filter(one -> one.path("type").asString().equals("ticket.check_in_undone"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/data/checkInId").asString()).isEqualTo(checkIn);
        assertThat(told.getFirst().at("/data/at").asString()).isEqualTo("2026-12-12T10:01:00Z");
    }

    @Test
    void theTeamsLogIsToldOfAllThatIsDoneWithAWebhookAlsoAfterReservationWasAway() {
        String url = RECEIVER.url(path("ok"));
        neighbours.away(true);
        Answer made = make(url, "order.paid");
        String hook = "/" + made.body().path("id").asLong();
        call("PUT", hook, Map.of("url", url, "types", List.of("order.paid"), "on", true));
        call("PUT", hook, Map.of("url", url, "types", List.of("order.refunded"), "on", false));
        neighbours.away(false);
        call("PUT", hook, Map.of("url", url, "types", List.of("order.refunded"), "on", true));
        call("POST", hook + "/test", null);
        call("POST", hook + "/secret", null);
        call("DELETE", hook, null);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told())
                        .containsExactly(
                                "WEBHOOK_MADE",
                                "WEBHOOK_CHANGED",
                                "WEBHOOK_SWITCHED_OFF",
                                "WEBHOOK_SWITCHED_ON",
                                "WEBHOOK_TESTED",
                                "WEBHOOK_SECRET_RENEWED",
                                "WEBHOOK_DELETED"));
        assertThat(neighbours.actions.stream().filter(this::isOfTeam).toList().toString())
                .contains("http://127.0.0.1:")
                .doesNotContain("/ok/");
    }

    private List<String> told() {
        return neighbours.actions.stream()
                .filter(this::isOfTeam)
                .map(action -> json.readTree(action).path("what").asString())
                .distinct()
                .toList();
    }

    private boolean isOfTeam(String action) {
        return json.readTree(action).path("teamId").asLong() == team;
    }

    @Test
    void aServerThatFailsIsAskedAgainWithTheSameId() {
        String path = path("ok");
        RECEIVER.answerWith(path, 500);
        Answer made = make(RECEIVER.url(path), "order.paid");
        sell();
        await().atMost(SOON).until(() -> !RECEIVER.at(path).isEmpty());
        RECEIVER.answerWith(path, 204);
        awaitState(made, "DONE");
        JsonNode tries = messages(made).path(0).path("tries");
        assertThat(tries.path(0).path("status").asInt()).isEqualTo(500);
        assertThat(tries.path(0).path("answer").asString()).isEqualTo("answer 500");
        assertThat(RECEIVER.at(path).stream()
                        .map(one -> one.header("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aServerThatHangsDelaysNoOther() {
        String hanging = path("hang");
        String working = path("ok");
        Answer made = make(RECEIVER.url(hanging), "order.paid");
        for (int i = 0; i < 10; i++) {
            sell();
        }
        await().atMost(SOON).until(() -> !RECEIVER.at(hanging).isEmpty());
        make(RECEIVER.url(working), "order.paid");
        Instant sold = Instant.now();
        sell();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> RECEIVER.at(working).size() == 1);
        assertThat(Duration.between(sold, Instant.now())).isLessThan(Duration.ofSeconds(2));
        await().atMost(SOON).until(() -> messages(made).toString().contains("\"problem\":\"timeout\""));
    }

    @Test
    void whatIsGivenUpIsShownAndSentAgain() {
        String path = path("ok");
        RECEIVER.answerWith(path, 503);
        Answer made = make(RECEIVER.url(path), "order.paid");
        sell();
        awaitState(made, "FAILED");
        assertThat(RECEIVER.at(path)).hasSize(3);
        RECEIVER.answerWith(path, 200);
        long id = made.body().path("id").asLong();
        long message = messages(made).path(0).path("id").asLong();
        assertThat(call("POST", "/" + id + "/messages/" + message + "/again", null)
                        .status())
                .isEqualTo(202);
        awaitState(made, "DONE");
        assertThat(messages(made).path(0).path("tries").size()).isEqualTo(4);
        assertThat(call("POST", "/" + id + "/messages/987654321/again", null).status())
                .isEqualTo(404);
    }

    @Test
    void aServerThatIsGoneIsSwitchedOff() {
        String path = path("gone");
        Answer made = make(RECEIVER.url(path), "order.paid");
        sell();
        await().atMost(SOON)
                .until(() -> call("GET", "", null)
                        .body()
                        .path(0)
                        .path("state")
                        .asString()
                        .equals("GONE"));
        assertThat(messages(made).path(0).path("state").asString()).isEqualTo("FAILED");
        sell();
        assertThat(call("POST", "/" + made.body().path("id").asLong() + "/test", null)
                        .body()
                        .path("type")
                        .asString())
                .isEqualTo("urn:problem:webhook-off");
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> RECEIVER.at(path).size() == 1);
    }

    @Test
    void aRedirectIsNotFollowedAndAnEndlessAnswerIsCut() {
        String redirecting = path("redirect");
        Answer one = make(RECEIVER.url(redirecting), "order.paid");
        Answer other = make(RECEIVER.url(path("endless")), "order.paid");
        sell();
        awaitState(one, "FAILED");
        assertThat(messages(one).path(0).path("tries").path(0).path("status").asInt())
                .isEqualTo(302);
        assertThat(RECEIVER.at("/ok/elsewhere")).isEmpty();
        awaitState(other, "DONE");
        assertThat(messages(other).path(0).path("tries").path(0).path("answer").asString())
                .hasSize(1024);
    }

    @Test
    void afterANewSecretBothSign() {
        String path = path("ok");
        Answer made = make(RECEIVER.url(path), "order.paid");
        long id = made.body().path("id").asLong();
        String next =
                call("POST", "/" + id + "/secret", null).body().path("secret").asString();
        assertThat(call("POST", "/" + id + "/test", null).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> RECEIVER.at(path).size() == 1);
        WebhookReceiver.Received test = RECEIVER.at(path).getFirst();
        assertThat(test.header("webhook-signature").split(" "))
                .containsExactly(
                        signature(test, next),
                        signature(test, made.body().path("secret").asString()));
        assertThat(test.body()).contains("webhook.test");
        jdbc.sql("UPDATE team_webhook SET old_until = DATE_SUB(NOW(3), INTERVAL 1 DAY) WHERE id = ?")
                .param(id)
                .update();
        call("POST", "/" + id + "/test", null);
        await().atMost(SOON).until(() -> RECEIVER.at(path).size() == 2);
        assertThat(RECEIVER.at(path).getLast().header("webhook-signature")).doesNotContain(" ");
    }

    @Test
    void aWebhookIsItsTeamsAlone() {
        Answer made = make(RECEIVER.url(path("ok")), "order.paid");
        String path =
                "/api/teams/" + team + "/webhooks/" + made.body().path("id").asLong();
        Fan stranger = Fan.of(IDS.incrementAndGet(), Role.ORGANISER);
        assertThat(call(stranger, "GET", "/api/teams/" + team + "/webhooks", null)
                        .status())
                .isEqualTo(404);
        assertThat(call(stranger, "GET", path + "/messages", null).status()).isEqualTo(404);
        assertThat(call(stranger, "DELETE", path, null).status()).isEqualTo(404);
        String own = path.replace("/teams/" + team, "/teams/" + stranger.id());
        for (String rest : List.of("/messages", "/test", "/secret")) {
            assertThat(call(stranger, rest.equals("/messages") ? "GET" : "POST", own + rest, null)
                            .status())
                    .as(rest)
                    .isEqualTo(404);
        }
        assertThat(call("DELETE", "/" + made.body().path("id").asLong(), null).status())
                .isEqualTo(204);
        assertThat(call("GET", "", null).body().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/",
                "https://name:password@example.com/",
                "https://127.0.0.1/#fragment",
                "https:///nowhere",
                "https://127.0.0.1:0/",
                "https://127.0.0.1:99999/",
                "https://no-such-host.invalid/",
                "ftp://127.0.0.1/",
                "javascript:alert(1)",
                "not an address"
            })
    void anAddressThatIsNotPublicIsRefusedAtItsField(String url) {
        Answer refused = make(url, "order.paid");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").path(0).path("field").asString())
                .isEqualTo("url");
        assertThat(refused.body().path("fields").path(0).path("message").asString())
                .isNotBlank()
                .doesNotContain("invalid.");
    }

    @Test
    void aTeamHasAFewWebhooksAndATestIsNoFlood() {
        String url = RECEIVER.url(path("ok"));
        assertThat(call("POST", "", Map.of("url", url, "types", List.of())).status())
                .isEqualTo(400);
        assertThat(make(url, "order.eaten").status()).isEqualTo(400);
        Answer made = make(url, "order.paid");
        make(url, "order.paid");
        make(url, "order.paid");
        assertThat(make(url, "order.paid").body().path("type").asString())
                .isEqualTo("urn:problem:too-many-team-webhooks");
        String test = "/" + made.body().path("id").asLong() + "/test";
        for (int i = 0; i < 10; i++) {
            assertThat(call("POST", test, null).status()).isEqualTo(202);
        }
        assertThat(call("POST", test, null).status()).isEqualTo(429);
    }
}
