package podo.reservation.waitingroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AppendOnlyFile;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.LineSnapshot;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The line as callers meet it: Redis frozen, killed or emptied, too many tries, an event that nobody knows yet. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"podo.room.tick=100ms", "podo.room.joins-per-minute=20"})
@OnRealServers
class LineApiIT {

    @LocalServerPort
    int port;

    @Autowired
    FanTokens tokens;

    @Autowired
    EntryPasses passes;

    @Autowired
    ServiceTokens services;

    @Autowired
    Rooms rooms;

    @Autowired
    LineScripts scripts;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    Refusals refusals;

    @MockitoBean
    AvailabilityClient inventory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
    private final long fan = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void seats() {
        // the test before may have killed it
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> !redis.hasKey("room:nobody"));
        AvailabilityStubs.withPlenty(inventory);
    }

    @Test
    void aFrozenRedisLetsNobodyNewInAndTheLineIsAsBefore() throws Exception {
        open();
        JsonNode before = body(join(fan, ""));
        String pass = passes.mint(new EntryPass("p", event, fan, Instant.now().plusSeconds(600)));
        var server = TestServers.process(RealServer.REDIS);
        server.freeze();
        try {
            HttpResponse<String> refused = join(fan + 1, "");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(passes.read(pass).of(fan, event).id()).isEqualTo("p");
            assertThat(send("GET", "/api/reservations", fan, "").statusCode()).isEqualTo(200);
        } finally {
            server.thaw();
        }
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> samePlace(before, look(fan)));
        assertThat(body(join(fan + 1, "")).path("number").asLong())
                .isGreaterThan(before.path("number").asLong());
    }

    @Test
    void aKilledRedisComesBackWithTheSameOrderNumbersAndTickets() throws Exception {
        open();
        JsonNode first = body(join(fan, ""));
        JsonNode second = body(join(fan + 1, ""));
        AppendOnlyFile.awaitWritten(redis);
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> samePlace(first, look(fan)));
        samePlace(second, look(fan + 1));
        JsonNode third = body(join(fan + 2, ""));
        // a killed Redis may have forgotten the last numbers it gave, so the next ones lie beyond all that were set
        // apart
        assertThat(third.path("number").asLong()).isGreaterThan(2);
        assertThat(third.path("ahead").asLong()).isEqualTo(2);
        assertThat(snapshot().rebuilt()).isFalse();
    }

    @Test
    void aLineThatWasLostSaysSoAndReceiptsBringItBack() throws Exception {
        open();
        JsonNode first = body(join(fan, ""));
        JsonNode second = body(join(fan + 1, ""));
        await().atMost(Duration.ofSeconds(120))
                .until(() -> rooms.find(event).orElseThrow().highestNumber() == 2);
        redis.delete(TestRedis.template().keys("{room:" + event + "}*"));
        HttpResponse<String> meanwhile = send("GET", "/api/events/" + event + "/queue/me", fan, "");
        if (meanwhile.statusCode() == 503) {
            assertThat(body(meanwhile).path("type").asString()).isEqualTo("urn:problem:rebuilding");
            assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
        }
        await().atMost(Duration.ofSeconds(120)).until(() -> redis.hasKey(scripts.key(event, "meta")));
        assertThat(body(join(fan + 2, "")).path("number").asLong()).isGreaterThan(2);
        samePlace(second, body(join(fan + 1, second.path("receipt").asString())));
        samePlace(first, body(join(fan, first.path("receipt").asString())));
        assertThat(body(join(fan + 1, "")).path("ahead").asLong()).isEqualTo(1);
        assertThat(snapshot().rebuilt()).isTrue();
    }

    @Test
    void theInventoryHearsWhichOfThePassesThatItSawHaveNoSlot() throws Exception {
        open();
        join(fan, "");
        String until = Instant.now().plusSeconds(600).toString();
        String signs =
                "[{'eventId':%1$d,'fanId':%2$d,'busyUntil':'%3$s','passId':'first','passUntil':'%3$s'},{'eventId':404,'fanId':1}]"
                        .formatted(event, fan, until)
                        .replace('\'', '"');
        await().atMost(Duration.ofSeconds(120)).until(() -> snapshot().binding().equals("RATE"));

        assertThat(body(signs(signs)).path("gone").size()).as("there is a slot").isZero();
        assertThat(look(fan).path("state").asString()).isEqualTo("ENTERED");
        send("DELETE", "/api/events/" + event + "/queue/me", fan, "");
        assertThat(body(signs(signs)).path("gone").toString()).isEqualTo("[\"first\"]");
        assertThat(snapshot().taken()).as("slots taken").isZero();
    }

    private HttpResponse<String> signs(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/rooms/signs"))
                        .header("Authorization", "Bearer " + services.mint("reservation"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoLeftDoesNotComeBackWithTheOldReceipt() throws Exception {
        open();
        String receipt = body(join(fan, "")).path("receipt").asString();
        join(fan + 1, "");
        send("DELETE", "/api/events/" + event + "/queue/me", fan, "");
        assertThat(body(join(fan, receipt)).path("number").asLong()).isEqualTo(3);
    }

    @Test
    void whoAsksTooOftenLearnsWhyHowLongAndWhomToAsk() throws Exception {
        open();
        HttpResponse<String> last = join(fan, "");
        // the count begins anew with each minute, and a slow machine may need a third one
        for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
            last = join(fan, "");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(body(last).path("type").asString()).isEqualTo("urn:problem:too-many-joins");
        assertThat(body(last).path("detail").asString()).contains("organiser").contains("Wait ");
    }

    @Test
    void whoGoesOnLikeAScriptIsAskedForWorkAndTheOrganiserReadsIt() throws Exception {
        open();
        HttpResponse<String> last = join(fan, "");
        int asked = 1;
        for (; asked < 400 && !last.body().contains("challenge-required"); asked++) {
            last = join(fan, "");
        }
        assertThat(asked).isGreaterThan(90);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(body(last).path("challenge").path("salt").asString()).contains("fan=" + fan, "for=room");
        assertThat(look(fan).path("state").asString()).isEqualTo("WAITING");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(refusals.latest(event, 10))
                        .extracting(refusal -> refusal.fanId() + " " + refusal.reason())
                        .contains(fan + " challenge-required"));
    }

    @Test
    void anEventThatNobodyKnowsYetIsWorthAnotherTry() throws Exception {
        await().atMost(Duration.ofSeconds(120)).until(() -> join(fan, "").statusCode() == 404);
        HttpResponse<String> answer = join(fan, "");
        assertThat(body(answer).path("type").asString()).isEqualTo("urn:problem:no-line-yet");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void aFrontEndMayAskForAFanWhosePageItKeeps() throws Exception {
        open();
        JsonNode place = body(join(fan, ""));
        String path = "/internal/rooms/" + event + "/fans/";
        samePlace(place, body(http.send(asService(path + fan), HttpResponse.BodyHandlers.ofString())));
        assertThat(http.send(asService(path + (fan + 1)), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("GET", path + fan, fan, "").statusCode()).isEqualTo(401);
    }

    @Test
    void whomTheGatewayTurnedAwayTheOrganiserReadsWithTheirCount() throws Exception {
        open();
        String told = "[{\"eventId\":%d,\"fanId\":0,\"reason\":\"address-limit\",\"times\":41},"
                + "{\"eventId\":%<d,\"fanId\":7,\"reason\":\"forged\",\"times\":3},"
                + "{\"eventId\":-5000000007,\"fanId\":0,\"reason\":\"address-limit\",\"times\":1}]";
        Instant end = Instant.now().plusSeconds(60);
        assertThat(note(passes.mint(new EntryPass("p", event, fan, end)), told.formatted(event)))
                .isEqualTo(403);
        assertThat(note("", told.formatted(event))).isEqualTo(403);
        String nobodys = passes.mint(new EntryPass("gate", 0, 0, end));
        assertThat(note(nobodys, told.formatted(event))).isEqualTo(204);
        assertThat(note(nobodys, "[{\"eventId\":-5000000007,\"fanId\":0,\"reason\":\" \",\"times\":1}]"))
                .as("without a reason")
                .isEqualTo(400);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !refusals.latest(event, 10).isEmpty());
        assertThat(note(nobodys, told.formatted(event))).isEqualTo(204);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(refusals.latest(event, 10))
                        .extracting(refusal -> refusal.fanId() + " " + refusal.reason() + " " + refusal.times())
                        .containsExactlyInAnyOrder("0 address-limit 82", "7 forged 6"));
        assertThat(refusals.latest(-5_000_000_007L, 10)).as("no such event").isEmpty();
    }

    private HttpRequest asService(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + services.mint("reservation"))
                .build();
    }

    private int note(String pass, String attempts) throws Exception {
        var call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gate/refusals"))
                .header("Content-Type", "application/json")
                .header(EntryPass.HEADER, pass)
                .POST(HttpRequest.BodyPublishers.ofString(attempts))
                .build();
        return http.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void samePlace(JsonNode before, JsonNode after) {
        assertThat(after.path("number").asLong())
                .isEqualTo(before.path("number").asLong())
                .isPositive();
        assertThat(after.path("ticketId").asString())
                .isEqualTo(before.path("ticketId").asString());
    }

    private HttpResponse<String> join(long fan, String receipt) throws Exception {
        return send("POST", "/api/events/" + event + "/queue", fan, receipt);
    }

    private JsonNode look(long fan) throws Exception {
        return body(send("GET", "/api/events/" + event + "/queue/me", fan, ""));
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, long fan, String receipt) throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + tokens.mint(Fan.of(fan), Instant.now(), Duration.ofHours(1)));
        if (!receipt.isEmpty()) {
            call.header(LineController.RECEIPT, receipt);
        }
        return http.send(call.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** On sale since a minute, and nobody is let in: what counts here is the order. */
    private void open() {
        Instant onSaleAt = Instant.now().minusSeconds(60);
        rooms.open(event, LineShows.onSaleAt(onSaleAt, 0, 100));
    }

    private LineSnapshot snapshot() {
        return admissionScripts.snapshot(event).orElseThrow();
    }
}
