package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.contracts.event.EventPublished;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Presales, from the organiser's code over its own line to the use that comes back. */
@TestPropertySource(properties = {"podo.codes.every=200ms", "podo.room.tick=100ms", "podo.codes.tries=25"})
class PresaleIT extends BookingFixture {

    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private ServiceTokens serviceTokens;

    @Autowired
    private EntryPasses passes;

    @MockitoBean
    private AvailabilityClient availability;

    private final Instant opening =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1_000); // its lobby is open: half an hour before

    @BeforeEach
    void publishAShowWhoseSaleIsToCome() {
        AvailabilityStubs.withPlenty(availability);
        kafka().send(new EventPublished(event, LineShows.onSaleAt(opening, 50, 1_000)));
        await().atMost(SOON)
                .until(() -> shows.find(event).isPresent()
                        && jdbc.sql("SELECT COUNT(*) FROM room WHERE event_id = ?")
                                        .param(event)
                                        .query(Integer.class)
                                        .single()
                                == 1);
    }

    @AfterEach
    void endPresaleLine() {
        jdbc.sql("UPDATE room SET sales_end_at = '2020-01-01' WHERE presale_of = ?")
                .param(event)
                .update();
    }

    @Test
    void aFanWithTheCodeIsLetInBeforeTheSaleAndKeepsAPlaceInItsLobby() {
        add("MEMBERS", Map.of("grades", List.of("VIP"), "mostUses", 5, "mostPerFan", 1));

        assertThat(enter(fan + 1, "WRONG").status()).isEqualTo(400);
        JsonNode own = enter(fan, " members ").body();
        assertThat(own.path("grades").valueStream().map(JsonNode::asString)).containsExactly("VIP");
        assertThat(Instant.parse(own.path("until").asString())).isBeforeOrEqualTo(opening);
        assertThat(get("/api/events/" + event + "/presale", fan + 1).status()).isEqualTo(404);
        JsonNode announced = get("/api/events/" + event + "/presales", null).body();
        assertThat(announced.path(0).has("code")).as("everybody reads it").isFalse();
        assertThat(announced.path(0).path("grades").path(0).asString()).isEqualTo("VIP");

        EntryPass pass = admitted(fan);
        assertThat(EntryPass.presaleOf(pass.id())).isPresent();
        assertThat(queue(fan + 1, "").body().path("state").asString())
                .as("without the code")
                .isEqualTo("LOBBY");
        assertThat(queue(fan + 1, "/enter").problem()).isEqualTo("not-your-turn");
        long presale = EntryPass.presaleOf(pass.id()).orElseThrow();
        JsonNode terms = internal("/internal/presales/" + presale);
        assertThat(terms.path("active").asBoolean()).isTrue();
        assertThat(terms.path("grades").path(0).asString()).isEqualTo("VIP");
        assertThat(get("/api/events/" + event + "/fairness?presale=" + presale, null)
                        .text("seedHash"))
                .hasSize(64)
                .isNotEqualTo(get("/api/events/" + event + "/fairness", null).text("seedHash"));
        assertThat(get("/api/events/1/fairness?presale=" + presale, null).status())
                .isEqualTo(404);

        jdbc.sql("UPDATE discount_code SET active = FALSE WHERE event_id = ?")
                .param(event)
                .update();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get("/api/events/" + event + "/queue/me", fan).text("state"))
                        .as("the place in the lobby of the sale, which is the line after a presale")
                        .isEqualTo("LOBBY"));
        assertThat(internal("/internal/presales/" + presale).path("active").asBoolean())
                .isFalse();
        assertThat(get("/api/events/" + event + "/presale", fan).status()).isEqualTo(404);
    }

    @Test
    void aBookingOfAPresaleTakesAUseThatARefundGivesBack() {
        add("MEMBERS", Map.of("mostUses", 1));
        long presale = presaleOf(fan);
        Held held = held(presale, fan);
        String id = openBooking(held);
        assertThat(find(id).body().path("code").asString()).isEqualTo("MEMBERS");
        assertThat(find(id).body().path("canUseCode").asBoolean()).isFalse();
        assertThat(find(id).body().path("amount").asLong()).isEqualTo(10_000);
        assertThat(used("MEMBERS")).isEqualTo(1);
        assertThat(put("/api/reservations/" + id + "/code", Map.of("code", ""), Fan.of(fan))
                        .status())
                .as("the code stays")
                .isEqualTo(400);
        assertThat(enter(fan + 1, "MEMBERS").status()).as("used up").isEqualTo(400);
        assertThat(open(held(presale, fan + 1)).problem()).isEqualTo("presale-used-up");

        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(id, fan, "CONFIRMED");
        assertThat(audited("MEMBERS").path("presalesWithoutUse").asInt()).isZero();
        // a use that seemed over would be taken back by the ticker
        jdbc.sql("UPDATE code_use SET code_id = -code_id WHERE booking_id = ?")
                .param(id)
                .update();
        assertThat(audited("MEMBERS").path("presalesWithoutUse").asInt()).isEqualTo(1);
        jdbc.sql("UPDATE code_use SET code_id = -code_id WHERE booking_id = ?")
                .param(id)
                .update();
        assertThat(cancel(id, null).status()).isIn(200, 202);
        await().atMost(SOON).until(() -> used("MEMBERS") == 0);
        assertThat(open(held(presale, fan + 1)).status()).isEqualTo(201);
    }

    /** One conditional UPDATE decides, as for all codes. */
    @Test
    void ofAHundredFansAtOnceAsManyBookAsTheCodeAllows() throws Exception {
        add("SEVEN", Map.of("mostUses", 7));
        long presale = presaleOf(fan);
        List<Held> holds =
                IntStream.range(0, 100).mapToObj(i -> held(presale, fan + i)).toList();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : holds.stream()
                    .map(held -> crowd.submit((Callable<Integer>) () -> openWhenThereIsTime(held)))
                    .toList()) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(7);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(93);
        assertThat(used("SEVEN")).isEqualTo(7);
        JsonNode facts = audited("SEVEN");
        assertThat(facts.path("bookings").asInt()).isEqualTo(7);
        assertThat(facts.path("strays").asInt()).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsField() {
        inventory.stubGrades(event, "VIP", "R");
        assertThat(faults(Map.of())).containsExactly("validFrom");
        assertThat(faults(Map.of("validFrom", opening.toString()))).containsExactly("validFrom");
        assertThat(faults(Map.of(
                        "validFrom",
                        opening.minusSeconds(60).toString(),
                        "validUntil",
                        opening.plusSeconds(1).toString())))
                .containsExactly("validUntil");
        assertThat(faults(Map.of(
                        "validFrom",
                        opening.minusSeconds(60).toString(),
                        "validUntil",
                        opening.minusSeconds(90).toString())))
                .containsExactly("validUntil");
        assertThat(faults(Map.of("validFrom", opening.minusSeconds(60).toString(), "grades", List.of("NOSUCHGRADE"))))
                .containsExactly("grades");
    }

    /** Each would admit as many fans as the event's line does. */
    @Test
    void presalesOfOneEventFollowOneAnother() {
        inventory.stubGrades(event, "VIP", "R");
        String first = opening.minusSeconds(600).toString();
        String end = opening.minusSeconds(300).toString();
        add("MONDAY", Map.of("validFrom", first, "validUntil", end));
        assertThat(faults(Map.of("validFrom", opening.minusSeconds(301).toString())))
                .containsExactly("validFrom");
        assertThat(faults(Map.of("validFrom", opening.minusSeconds(900).toString())))
                .containsExactly("validFrom");
        assertThat(faults(Map.of("validFrom", first, "validUntil", end, "grades", List.of("R"))))
                .containsExactly("validFrom");
        assertThat(faults(Map.of("validFrom", first, "validUntil", end, "allDates", true)))
                .containsExactly("validFrom");
        add("TUESDAY", Map.of("validFrom", end));

        assertThat(switchTo("MONDAY", false).status()).isEqualTo(200);
        add("INSTEAD", Map.of("validFrom", first, "validUntil", end));
        Reply refused = switchTo("MONDAY", true);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").toString()).contains("\"active\"", "INSTEAD");
        assertThat(switchTo("INSTEAD", false).status()).isEqualTo(200);
        assertThat(switchTo("MONDAY", true).status()).isEqualTo(200);
    }

    @Test
    void ofPresalesThatAreAddedAtOnceOneIsKept() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService desk = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : IntStream.range(0, 8)
                    .mapToObj(i ->
                            desk.submit(() -> post("TOGETHER" + i, Map.of()).status()))
                    .toList()) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(7);
    }

    @Test
    void aPresaleIsNotAddedOnceTheSaleHasOpened() {
        jdbc.sql("UPDATE room SET on_sale_at = '2026-01-01' WHERE event_id = ?")
                .param(event)
                .update();
        assertThat(faults(Map.of("validFrom", "2025-12-31T00:00:00Z"))).containsExactly("how");
    }

    @Test
    void theLeversOfTheLineAreThoseOfItsPresalesToo() {
        add("MEMBERS", Map.of());
        presaleOf(fan);
        EntryPass pass = admitted(fan);
        assertThat(EntryPass.presaleOf(pass.id())).isPresent();
        Reply set = put("/api/events/" + event + "/room", Map.of("rate", 7, "cap", 8, "mode", "PAUSED"), ORGANISER);
        assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT CONCAT(rate, cap, mode) FROM room WHERE presale_of = ?")
                        .param(event)
                        .query(String.class)
                        .single())
                .isEqualTo("78PAUSED");
    }

    @Test
    void aPresaleThatIsToComeHasItsOwnLobbyAndCodesAreNotGuessed() {
        add("LATER", Map.of("validFrom", opening.minusSeconds(100).toString()));
        assertThat(enter(fan, "LATER").status()).isEqualTo(200);
        JsonNode place = queue(fan, "").body();
        assertThat(place.path("state").asString()).isEqualTo("LOBBY");
        assertThat(Instant.parse(place.path("presale").path("from").asString()))
                .isBetween(opening.minusSeconds(101), opening.minusSeconds(99));
        for (int tries = 0; tries < 25; tries++) {
            enter(fan + 1, "GUESS" + tries);
        }
        assertThat(enter(fan + 1, "LATER").problem()).isEqualTo("too-many-codes");
    }

    private List<String> faults(Map<String, Object> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.put("code", "PRESALE");
        body.put("how", "EARLY");
        Reply refused = postAs(ORGANISER, codes(), body);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
        return refused.body().path("fields").findValuesAsString("field");
    }

    private void add(String code, Map<String, Object> members) {
        Reply added = post(code, members);
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    }

    private Reply post(String code, Map<String, Object> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.put("code", code);
        body.put("how", "EARLY");
        body.putIfAbsent("validFrom", Instant.now().minusSeconds(60).toString());
        return postAs(ORGANISER, codes(), body);
    }

    private Reply switchTo(String code, boolean active) {
        long id = jdbc.sql("SELECT id FROM discount_code WHERE event_id = ? AND code = ?")
                .params(event, code)
                .query(Long.class)
                .single();
        return put(codes() + "/" + id, Map.of("active", active), ORGANISER);
    }

    private String codes() {
        return "/api/organiser/events/" + event + "/codes";
    }

    private Reply enter(long who, String code) {
        return postAs(Fan.of(who), "/api/events/" + event + "/presale", Map.of("code", code));
    }

    private Reply queue(long who, String path) {
        return postAs(Fan.of(who), "/api/events/" + event + "/queue" + path, Map.of());
    }

    /** The number of the presale whose code was added. */
    private long presaleOf(long who) {
        assertThat(enter(
                                who,
                                jdbc.sql("SELECT code FROM discount_code WHERE event_id = ?")
                                        .param(event)
                                        .query(String.class)
                                        .single())
                        .status())
                .isEqualTo(200);
        return jdbc.sql("SELECT presale_id FROM presale_fan WHERE event_id = ? AND fan_id = ?")
                .params(event, who)
                .query(Long.class)
                .single();
    }

    private EntryPass admitted(long who) {
        assertThat(queue(who, "").status()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> get("/api/events/" + event + "/queue/me", who)
                        .text("state")
                        .equals("OFFERED"));
        return passes.read(queue(who, "/enter").text("pass"));
    }

    private Held held(long presale, long who) {
        return inventory.createHold(event, who, 1, EntryPass.idOfPresale(presale, "p-" + who));
    }

    private int openWhenThereIsTime(Held held) {
        Reply reply = open(held);
        for (int tries = 0; reply.status() == 503 && tries < 20; tries++) {
            reply = open(held);
        }
        return reply.status();
    }

    private int used(String code) {
        return sendAs(HttpRequest.newBuilder(at(codes())), ORGANISER)
                .body()
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("used")
                .asInt();
    }

    private JsonNode audited(String code) {
        return internal("/internal/audit/codes?after=0&limit=10000")
                .valueStream()
                .filter(one -> one.path("eventId").asLong() == event
                        && one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode internal(String path) {
        return send(
                        HttpRequest.newBuilder(at(path))
                                .header("Authorization", "Bearer " + serviceTokens.mint("reservation")),
                        null)
                .body();
    }

    private Reply postAs(Fan who, String path, Object body) {
        return sendAs(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(body))),
                who);
    }

    private Reply put(String path, Object body, Fan who) {
        return sendAs(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(body))),
                who);
    }
}
