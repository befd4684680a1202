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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.door.TicketCheckedIn;
import podo.contracts.event.EventChanged;
import podo.contracts.event.Show;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.code.TicketClaim;
import podo.reservation.code.TicketCodes;
import podo.stack.junit.SignedTokens;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tickets of a show that begins in an hour, at its door. */
class CheckInIT extends BookingFixture {

    /** The organiser of the fixture's shows. */
    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);

    @Autowired
    Tickets tickets;

    @Autowired
    TicketCodes codes;

    private final Fan door = Fan.of(fan + 5, Role.DOOR);

    @BeforeEach
    void publishShow() {
        publish(Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void aTicketLetsOnePersonInAndTheSecondIsToldWhenAndWhere() {
        JsonNode ticket = buyTicket();

        Reply first = check(code(ticket), "Gate A", door);
        Reply second = check(code(ticket), "Gate B", door);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("result")).isEqualTo("VALID");
        assertThat(first.text("gate")).isEqualTo("Gate A");
        assertThat(first.body().path("seat").path("row").asString()).isEqualTo("A");
        assertThat(Instant.parse(first.text("usedAt"))).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(second.text("result")).isEqualTo("ALREADY_USED");
        assertThat(second.text("gate")).isEqualTo("Gate A");
        assertThat(second.text("usedAt")).isEqualTo(first.text("usedAt"));
        assertThat(second.text("id")).isNotEqualTo(first.text("id"));
    }

    @Test
    void whoeverIsLetInIsToldOfOnceAndWhoIsRefusedIsNot() {
        JsonNode ticket = buyTicket();
        Reply in = check(code(ticket), "Gate A", door);
        check(code(ticket), "Gate B", door);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !kafka().checkInsOf(event).isEmpty());
        await().during(Duration.ofSeconds(1))
                .until(() -> kafka().checkInsOf(event).size() == 1);
        TicketCheckedIn told = kafka().checkInsOf(event).getFirst();
        assertThat(told.checkInId()).isEqualTo(in.text("id"));
        assertThat(told.ticketId()).isEqualTo(ticket.path("id").asLong());
        assertThat(told.orderId()).startsWith("podo-");
        assertThat(told.gate()).isEqualTo("Gate A");
        assertThat(told.at()).isEqualTo(Instant.parse(in.text("usedAt")));
    }

    @Test
    void ofTwentyGatesAtOnceExactlyOneLetsIn() throws Exception {
        String code = code(buyTicket());
        List<String> results = new ArrayList<>();
        try (ExecutorService gates = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> answers = IntStream.range(0, 20)
                    .mapToObj(gate -> gates.submit(() -> check(code, "Gate " + gate, door)))
                    .toList();
            for (Future<Reply> answer : answers) {
                results.add(answer.get().text("result"));
            }
        }
        assertThat(results).hasSize(20).containsOnly("VALID", "ALREADY_USED");
        assertThat(results).containsOnlyOnce("VALID");
    }

    @Test
    void anUndoneCheckLetsInAgainAndARepeatedUndoChangesNothing() {
        String code = code(buyTicket());
        String first = check(code, "A", door).text("id");

        assertThat(undo(first, door).status()).isEqualTo(204);
        Reply again = check(code, "B", door);
        assertThat(undo(first, door).status()).isEqualTo(204);

        assertThat(again.text("result")).isEqualTo("VALID");
        assertThat(check(code, "C", door).text("gate")).isEqualTo("B");
        assertThat(undo("no-such-id", door).status()).isEqualTo(404);
        assertThat(undo(first, Fan.of(77, Role.ORGANISER)).status()).isEqualTo(404);

        String second = again.text("id");
        assertThat(undo(second, door).status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> kafka().undoneCheckInsOf(event).contains(second));
        assertThat(kafka().undoneCheckInsOf(event)).as("each told once").containsExactly(first, second);

        String order = kafka().checkInsOf(event).getFirst().orderId();
        JsonNode history =
                get("/api/organiser/orders/" + order, ORGANISER).body().path("history");
        assertThat(history.findValuesAsString("kind"))
                .containsSubsequence("LET_IN", "ENTRY_UNDONE", "LET_IN", "ENTRY_UNDONE");
        assertThat(history.toString()).contains("\"gate\":\"A\"", "1층 A-");
    }

    @Test
    void anEarlierCheckIsUndoneByTheIdThatALaterOneTells() {
        JsonNode ticket = buyTicket();
        String first = check(code(ticket), "A", door).text("id");
        check(code(buyTicket()), "A", door);

        Reply again = check(code(ticket), "B", door);
        assertThat(again.text("result")).isEqualTo("ALREADY_USED");
        assertThat(again.text("usedBy")).isEqualTo(first);
        assertThat(undo(again.text("usedBy"), door).status()).isEqualTo(204);
        Reply in = check(code(ticket), "B", door);
        assertThat(in.text("result")).isEqualTo("VALID");
        assertThat(in.body().has("usedBy")).isFalse();
    }

    @Test
    void theTypedCodeCountsAsMuchAsTheSignedOne() {
        JsonNode ticket = buyTicket();
        String typed = ticket.path("shortCode").asString().toLowerCase().replace("-", " ");

        assertThat(check(typed, "A", door).text("result")).isEqualTo("VALID");
        assertThat(check(code(ticket), "A", door).text("result")).isEqualTo("ALREADY_USED");
    }

    @Test
    void whatPodoNeverIssuedIsForged() {
        JsonNode ticket = buyTicket();
        long id = ticket.path("id").asLong();
        long seat = ticket.path("seat").path("id").asLong();
        String unknown = this.codes.sign(new TicketClaim(event, seat, 987_654_321, 0));
        String otherEvent = this.codes.sign(new TicketClaim(event + 1, seat, id, 0));
        String future = this.codes.sign(new TicketClaim(event, seat, id, 7));
        String cut = code(ticket).substring(0, 100);

        String changed = code(ticket).replace("PODO1.e", "PODO1.f");
        List<String> codes = List.of(
                unknown,
                otherEvent,
                future,
                cut,
                changed,
                "hello",
                "PODO-0000-0000-0000-0000",
                "포도",
                "https://tickets.example/t/" + "9".repeat(4_000),
                "{\"e\":1}",
                "PODO1..",
                "PODO9.e30.AAAA",
                "\u0000");
        for (String code : codes) {
            Reply forged = check(code, "A", door);
            assertThat(forged.status()).isEqualTo(200);
            assertThat(forged.text("result")).as(code).isEqualTo("FORGED");
            assertThat(forged.body().path("seat").isNull()).isTrue();
        }
        assertThat(check(code(ticket), "A", door).text("result")).isEqualTo("VALID");
    }

    @Test
    void aRefundedTicketLetsNobodyIn() {
        Held held = inventory.createHold(event, fan, 2);
        String booking = buy(held);
        List<JsonNode> both = ownTickets();
        cancel(booking, held.seatIds().subList(0, 1));
        JsonNode gone = both.stream()
                .filter(ticket -> ticket.path("seat").path("id").asLong()
                        == held.seatIds().getFirst())
                .findAny()
                .orElseThrow();

        assertThat(check(code(gone), "A", door).text("result")).isEqualTo("REFUNDED");
        assertThat(check(gone.path("shortCode").asString(), "A", door).text("result"))
                .isEqualTo("REFUNDED");
        both.stream()
                .filter(ticket -> ticket != gone)
                .forEach(ticket -> assertThat(check(code(ticket), "A", door).text("result"))
                        .isEqualTo("VALID"));
    }

    @Test
    void whoeverIsInsideGetsNoMoneyBack() {
        Held held = inventory.createHold(event, fan, 1);
        String booking = buy(held);
        String checkIn = check(code(ownTickets().getFirst()), "A", door).text("id");

        assertThat(cancel(booking, null).problem()).isEqualTo("not-cancellable");
        undo(checkIn, door);
        assertThat(cancel(booking, null).status()).isEqualTo(202);
    }

    @Test
    void codesOfAnOlderGenerationAreRefused() {
        Held held = inventory.createHold(event, fan, 1);
        String booking = buy(held);
        JsonNode old = ownTickets().getFirst();
        tickets.reissue(booking, held.seatIds());

        assertThat(check(code(old), "A", door).text("result")).isEqualTo("REISSUED");
        assertThat(check(old.path("shortCode").asString(), "A", door).text("result"))
                .isEqualTo("REISSUED");
        assertThat(check(code(ownTickets().getFirst()), "A", door).text("result"))
                .isEqualTo("VALID");
    }

    @Test
    void anotherDoorsTicketIsForAnotherEvent() {
        String code = code(buyTicket());
        long otherEvent = event + 1;
        jdbc.sql(
                        "INSERT INTO known_show (event_id, title, venue, organiser_id, starts_at, refund_fees) VALUES (?, 'x', 'y', 1, ?, '[]')")
                .params(otherEvent, java.time.LocalDateTime.now().plusHours(1))
                .update();

        Reply wrong = post(Map.of("code", code, "gate", "A", "eventId", otherEvent), door);
        assertThat(wrong.text("result")).isEqualTo("WRONG_EVENT");
        assertThat(wrong.body().has("event")).as("of another organiser").isFalse();
        jdbc.sql("UPDATE known_show SET organiser_id = 2 WHERE event_id = ?")
                .param(otherEvent)
                .update();
        Reply other = post(Map.of("code", code, "gate", "A", "eventId", otherEvent), door);
        assertThat(other.text("result")).isEqualTo("WRONG_EVENT");
        assertThat(other.body().at("/event/title").asString()).isEqualTo("달빛 콘서트");
        assertThat(Instant.parse(other.body().at("/event/startsAt").asString())).isAfter(Instant.now());
        assertThat(post(Map.of("code", code, "gate", "A", "eventId", 123_456_789_012L), door)
                        .status())
                .isEqualTo(404);
        assertThat(post(Map.of("code", code, "gate", "A", "eventId", event), door)
                        .text("result"))
                .isEqualTo("VALID");
    }

    @Test
    void whoseTicketItIsIsSaidWhileTheDoorMayKnow() {
        neighbours.name(fan, "박지훈", "jihun@example.com");
        JsonNode ticket = buyTicket();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/api/checkins/events/" + event, door)
                                .body()
                                .at("/holders/0/name")
                                .asString())
                        .isEqualTo("박지훈"));

        Reply in = check(code(ticket), "A", door);
        assertThat(in.text("holder")).isEqualTo("박지훈");
        assertThat(in.body().has("event")).isFalse();
        jdbc.sql("UPDATE known_show SET starts_at = starts_at + INTERVAL 3 DAY WHERE event_id = ?")
                .param(event)
                .update();
        assertThat(check(code(ticket), "A", door).body().has("holder")).isFalse();
    }

    @Test
    void anOrganiserChecksTheOwnEventAndLearnsNothingOfOthers() {
        String code = code(buyTicket());
        Fan other = Fan.of(77, Role.ORGANISER);

        Reply wrong = check(code, "A", other);
        assertThat(wrong.text("result")).isEqualTo("WRONG_EVENT");
        assertThat(wrong.body().path("seat").isNull()).isTrue();
        assertThat(wrong.body().path("eventId").isNull()).isTrue();
        assertThat(get("/api/checkins/events/" + event, other).status()).isEqualTo(404);
        assertThat(get("/api/checkins/events/" + event + "/summary", other).status())
                .isEqualTo(404);
        assertThat(check(code, "A", ORGANISER).text("result")).isEqualTo("VALID");
    }

    @Test
    void fansAndStrangersCheckNothing() {
        assertThat(check("x", "A", Fan.of(fan)).status()).isEqualTo(403);
        assertThat(check("x", "A", Fan.of(fan, Role.OPERATOR)).status()).isEqualTo(403);
        assertThat(undo("x", Fan.of(fan)).status()).isEqualTo(403);
        assertThat(get("/api/checkins/events", Fan.of(fan)).status()).isEqualTo(403);
        assertThat(post("/api/checkins", Map.of("code", "x", "gate", "A"), null).status())
                .isEqualTo(401);
    }

    @Test
    void beforeTheDoorsOpenNobodyIsIn() {
        String code = code(buyTicket());
        jdbc.sql("UPDATE known_show SET starts_at = starts_at + INTERVAL 3 DAY WHERE event_id = ?")
                .param(event)
                .update();

        assertThat(check(code, "A", door).text("result")).isEqualTo("NOT_YET");
        assertThat(tickets(event).getFirst().path("state").asString()).isEqualTo("VALID");
    }

    /** As the organiser says, else some hours before the start; tickets, list and door say the same. */
    @Test
    void theDoorsOpenWhenTheOrganiserSaysSo() {
        String code = code(buyTicket());
        Instant start = shows.find(event).orElseThrow().startsAt();
        assertThat(ownTickets().getFirst().at("/event/doorsAt").isNull()).isTrue();

        announce(start, Instant.now().plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MILLIS));
        assertThat(check(code, "A", door).text("result")).isEqualTo("NOT_YET");
        JsonNode told = ownTickets().getFirst().path("event");
        assertThat(told.path("doorsOpenAt")).isEqualTo(told.path("doorsAt"));
        assertThat(get("/api/checkins/events/" + event, door).body().at("/event/doorsOpenAt"))
                .isEqualTo(told.path("doorsAt"));

        announce(start, Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS));
        assertThat(check(code, "A", door).text("result")).isEqualTo("VALID");
    }

    private void announce(Instant start, Instant doorsAt) {
        Show plain = show(start);
        kafka().send(new EventChanged(
                event,
                new Show(
                        plain.title(),
                        plain.venue(),
                        plain.organiserId(),
                        plain.planVersion(),
                        plain.startsAt(),
                        plain.lobbyOpensAt(),
                        plain.onSaleAt(),
                        plain.salesEndAt(),
                        plain.seatsPerFan(),
                        plain.admissionPerSecond(),
                        plain.admissionCap(),
                        plain.extensions(),
                        plain.singleSeatPolicy(),
                        plain.refundFees(),
                        plain.changeCount(),
                        null,
                        doorsAt,
                        null,
                        null)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> doorsAt.equals(shows.find(event).orElseThrow().doorsAt()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"code\":\"x\"}",
                "{\"gate\":\"A\"}",
                "{\"code\":\"\",\"gate\":\"A\"}",
                "{\"code\":\"x\",\"gate\":\"\"}",
                "{\"code\":\"x\",\"gate\":\"   \"}",
                "{\"code\":{\"a\":1},\"gate\":\"A\"}",
                "{\"code\":\"x\",\"gate\":\"A\",\"eventId\":\"one\"}",
                "{\"code\":\"x\",\"gate\":\"A\",\"scanId\":\"a b\"}"
            })
    void aScanThatMakesNoSenseIsRefusedInWords(String body) {
        Reply refused = post(body, door);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
        assertThat(refused.problem()).isIn("invalid", "malformed");
    }

    @Test
    void aScanThatIsSentTwiceIsOneScan() throws Exception {
        String code = code(buyTicket());
        Map<String, Object> scan =
                Map.of("code", code, "gate", "A", "scanId", UUID.randomUUID().toString());
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> answers = IntStream.range(0, 5)
                    .mapToObj(i -> sends.submit(() -> post(scan, door)))
                    .toList();
            for (Future<Reply> answer : answers) {
                replies.add(answer.get());
            }
        }
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.text("result")).isEqualTo("VALID");
            assertThat(reply.text("id")).isEqualTo(replies.getFirst().text("id"));
        });
    }

    @Test
    void theListHoldsWhatAGateWithoutNetworkNeeds() {
        JsonNode ticket = buyTicket();
        check(code(ticket), "Gate A", door);

        Reply list = get("/api/checkins/events/" + event, door);

        JsonNode listed = list.body().path("tickets").get(0);
        assertThat(listed.path("id")).isEqualTo(ticket.path("id"));
        assertThat(listed.path("state").asString()).isEqualTo("USED");
        assertThat(listed.path("gate").asString()).isEqualTo("Gate A");
        assertThat(listed.path("typed").asString()).hasSize(16);
        assertThat(list.body().toString())
                .as("a lost phone makes no tickets")
                .doesNotContain(code(ticket))
                .doesNotContain(ticket.path("shortCode").asString());
        assertThat(list.body().path("event").path("title").asString()).isEqualTo("달빛 콘서트");
        assertThat(get("/api/checkins/events", door)
                        .body()
                        .valueStream()
                        .map(show -> show.path("id").asLong()))
                .contains(event);
    }

    /** The phone compares the versions, so that it loads the list again when a ticket was given back, and not for each who comes in. */
    @Test
    void theListHasAnotherVersionOnceAnotherTicketIsGood() {
        Held held = inventory.createHold(event, fan, 2);
        String booking = buy(held);
        String version = version("");
        assertThat(version("/summary")).isEqualTo(version);

        check(code(ownTickets().getFirst()), "A", door);
        assertThat(version("/summary")).isEqualTo(version);
        tickets.reissue(booking, held.seatIds());
        String reissued = version("/summary");
        assertThat(reissued).isNotEqualTo(version).isEqualTo(version(""));
        buyTicket();
        assertThat(version("/summary")).isNotEqualTo(reissued);
        String sold = version("/summary");
        announce(shows.find(event).orElseThrow().startsAt(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        assertThat(version("/summary")).isNotEqualTo(sold);
    }

    private String version(String path) {
        return get("/api/checkins/events/" + event + path, door).text("version");
    }

    @Test
    void whatGatesLetInApartIsToldWhenTheyMeet() {
        JsonNode ticket = buyTicket();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> atA = offline(code(ticket), "Gate A", now.minusSeconds(600));
        Map<String, Object> atB = offline(code(ticket), "Gate B", now.minusSeconds(300));

        JsonNode first = batch(now, atA).body().path("results").get(0);
        JsonNode second = batch(now, atB).body().path("results").get(0);

        assertThat(first.path("result").asString()).isEqualTo("VALID");
        assertThat(first.path("conflict").asBoolean()).isFalse();
        assertThat(Instant.parse(first.path("usedAt").asString()))
                .isBetween(now.minusSeconds(600), now.minusSeconds(540));
        assertThat(second.path("result").asString()).isEqualTo("ALREADY_USED");
        assertThat(second.path("conflict").asBoolean()).isTrue();
        assertThat(second.path("gate").asString()).isEqualTo("Gate A");
        assertThat(batch(now, atA, atB).body().path("results"))
                .as("sent again")
                .isEqualTo(JsonMapper.shared().valueToTree(List.of(first, second)));
        JsonNode summary =
                get("/api/checkins/events/" + event + "/summary", door).body();
        assertThat(summary.path("admitted").asInt()).isEqualTo(2);
        assertThat(summary.path("conflicts")).hasSize(1);
        assertThat(summary.path("conflicts").get(0).path("gate").asString()).isEqualTo("Gate B");
        assertThat(summary.path("conflicts").get(0).path("usedGate").asString()).isEqualTo("Gate A");
    }

    @Test
    void aScannersClockMayBeADayOff() {
        String code = code(buyTicket());
        Instant itsNow = Instant.now().plus(Duration.ofDays(1));

        JsonNode result = batch(itsNow, offline(code, "A", itsNow.minusSeconds(120)))
                .body()
                .path("results")
                .get(0);

        assertThat(result.path("result").asString()).isEqualTo("VALID");
        assertThat(Instant.parse(result.path("usedAt").asString()))
                .isBetween(Instant.now().minusSeconds(180), Instant.now().minusSeconds(60));
    }

    private Map<String, Object> offline(String code, String gate, Instant at) {
        return Map.of(
                "scanId",
                UUID.randomUUID().toString(),
                "code",
                code,
                "gate",
                gate,
                "eventId",
                event,
                "scannedAt",
                at.toString());
    }

    @SafeVarargs
    private Reply batch(Instant sentAt, Map<String, Object>... scans) {
        return send("/api/checkins/batch", Map.of("sentAt", sentAt.toString(), "scans", List.of(scans)), door);
    }

    private JsonNode buyTicket() {
        buy(inventory.createHold(event, fan, 1));
        return ownTickets().getFirst();
    }

    private List<JsonNode> ownTickets() {
        return get("/api/tickets", (Long) fan).body().valueStream().toList();
    }

    private List<JsonNode> tickets(long eventId) {
        return get("/api/checkins/events/" + eventId, door)
                .body()
                .path("tickets")
                .valueStream()
                .toList();
    }

    private static String code(JsonNode ticket) {
        return ticket.path("code").asString();
    }

    private Reply check(String code, String gate, Fan who) {
        return post(new HashMap<>(Map.of("code", code, "gate", gate)), who);
    }

    private Reply post(Object body, Fan who) {
        return send("/api/checkins", body, who);
    }

    private Reply undo(String id, Fan who) {
        return as(HttpRequest.newBuilder(at("/api/checkins/" + id)).DELETE(), who);
    }

    private Reply get(String path, Fan who) {
        return as(HttpRequest.newBuilder(at(path)), who);
    }

    private Reply send(String path, Object body, Fan who) {
        String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
        return as(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text)),
                who);
    }

    private Reply as(HttpRequest.Builder request, Fan who) {
        String token = SignedTokens.of(who, () -> tokens.mint(who, Instant.now(), Duration.ofMinutes(15)));
        return send(request.header("Authorization", "Bearer " + token), (Long) null);
    }
}
