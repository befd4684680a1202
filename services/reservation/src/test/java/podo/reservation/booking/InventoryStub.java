package podo.reservation.booking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import podo.contracts.inventory.SeatIds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inventory over real HTTP; a request without a stub gets 404. */
final class InventoryStub {

    /** A hold; its seats cost 10,000, 20,000 and so on. */
    record Held(String id, long eventId, long fanId, List<Long> seatIds, Instant expiresAt) {

        long total() {
            return seatIds.stream().mapToLong(this::price).sum();
        }

        long price(long seatId) {
            return 10_000L * (seatIds.indexOf(seatId) + 1);
        }
    }

    private static final AtomicLong SEATS = new AtomicLong(1_000);

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new States(), new BoxOffice()));
    private static final Map<String, Map<String, Object>> STATES = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, Object>> KINDS = new ConcurrentHashMap<>();

    /** Answers the states of the holds that are asked for and can be read. */
    private static final class States implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            String asked = event.getRequest().getBodyAsString();
            List<Map<String, Object>> states = STATES.entrySet().stream()
                    .filter(entry -> asked.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            return okJson(JsonMapper.shared().writeValueAsString(states)).build();
        }

        @Override
        public String getName() {
            return "states";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    /** Holds whatever a box office asks for. */
    private final class BoxOffice implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            long eventId = Long.parseLong(event.getRequest().getUrl().split("/")[3]);
            JsonNode wish = JsonMapper.shared().readTree(event.getRequest().getBodyAsString());
            List<Long> ids = new ArrayList<>();
            wish.path("seatIds").forEach(id -> ids.add(id.asLong()));
            List<Map<String, Object>> areas = new ArrayList<>();
            wish.path("places").forEach(area -> {
                List<Long> places = LongStream.range(0, area.path("count").asInt())
                        .map(n -> SeatIds.ofPlace(eventId, SEATS.incrementAndGet()))
                        .boxed()
                        .toList();
                ids.addAll(places);
                areas.add(Map.of("areaId", area.path("areaId").asLong(), "placeIds", places));
            });
            Held held = new Held(
                    wish.path("holdId").asString(),
                    eventId,
                    wish.path("buyerId").asLong(),
                    ids,
                    Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS));
            if (boxOfficeKinds) {
                KINDS.put(held.id(), Map.of("R", List.of(Map.of("name", "Child", "price", 5_000))));
            }
            stubHold(held, "HELD", held.expiresAt(), "box-office:" + held.id());
            taken.put(held.id(), held);
            return okJson(JsonMapper.shared()
                            .writeValueAsString(Map.of("holdId", held.id(), "areas", areas, "unblocked", List.of())))
                    .build();
        }

        @Override
        public String getName() {
            return "box-office";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    private final Map<String, Held> taken = new ConcurrentHashMap<>();
    private volatile boolean boxOfficeKinds;

    /** The box office's seats are sold as a child's, too. */
    void sellKindsAtBoxOffice(boolean kinds) {
        boxOfficeKinds = kinds;
    }

    /** What the box office holds by this id. */
    Held takenAtBoxOffice(String holdId) {
        return taken.get(holdId);
    }

    void stubBoxOfficeRefused(long eventId, String problem, String more) {
        server.stubFor(WireMock.post(urlPathEqualTo("/internal/events/" + eventId + "/box-office/holds"))
                .atPriority(1)
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"urn:problem:" + problem + "\"" + more + "}")));
    }

    int releasedAtBoxOffice(String holdId) {
        return server.findAll(deleteRequestedFor(urlPathEqualTo("/internal/box-office/holds/" + holdId)))
                .size();
    }

    InventoryStub() {
        server.start();
        server.stubFor(WireMock.post(WireMock.urlPathMatching("/internal/events/[^/]+/box-office/holds"))
                .willReturn(aResponse().withTransformers("box-office")));
        server.stubFor(delete(WireMock.urlPathMatching("/internal/box-office/holds/[^/]+"))
                .willReturn(aResponse().withStatus(204)));
        server.stubFor(WireMock.post(urlPathEqualTo("/internal/holds/states"))
                .willReturn(aResponse().withTransformers("states")));
    }

    String url() {
        return server.baseUrl();
    }

    Held createHold(long eventId, long fanId, int seats) {
        List<Long> seatIds = LongStream.range(0, seats)
                .map(i -> SeatIds.of(eventId, (int) SEATS.incrementAndGet()))
                .boxed()
                .toList();
        Held held = new Held(
                UUID.randomUUID().toString(),
                eventId,
                fanId,
                seatIds,
                Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.MILLIS));
        stubHold(held, "HELD", held.expiresAt());
        server.stubFor(delete(urlPathEqualTo("/api/holds/" + held.id()))
                .willReturn(aResponse().withStatus(204)));
        return held;
    }

    void stubGrades(long eventId, String... names) {
        server.stubFor(get(urlPathEqualTo("/internal/events/" + eventId + "/availability"))
                .willReturn(okJson(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "grades",
                                Stream.of(names)
                                        .map(name -> Map.of("name", name))
                                        .toList())))));
    }

    /** A hold that was made with this pass. */
    Held createHold(long eventId, long fanId, int seats, String passId) {
        Held held = createHold(eventId, fanId, seats);
        stubHold(held, "HELD", held.expiresAt(), passId);
        return held;
    }

    void stubHold(Held held, String status, Instant expiresAt) {
        stubHold(held, status, expiresAt, "pass-" + held.fanId());
    }

    private void stubHold(Held held, String status, Instant expiresAt, String passId) {
        STATES.put(held.id(), Map.of("holdId", held.id(), "status", status, "expiresAt", expiresAt.toString()));
        Map<String, Object> facts = Map.of(
                "holdId", held.id(),
                "eventId", held.eventId(),
                "fanId", held.fanId(),
                "seats", held.seatIds().stream().map(id -> seat(held, id)).toList(),
                "total", held.total(),
                "expiresAt", expiresAt.toString(),
                "passId", passId,
                "passExpiresAt", expiresAt.plusSeconds(90).toString(),
                "status", status,
                "kinds", KINDS.getOrDefault(held.id(), Map.of()));
        server.stubFor(get(urlPathEqualTo("/internal/holds/" + held.id()))
                .willReturn(okJson(JsonMapper.shared().writeValueAsString(facts))));
    }

    /** The seats of the hold are sold as a child's for half of 10,000, as one for whoever brings a card, and for nothing to the press. */
    void stubKinds(Held held) {
        KINDS.put(
                held.id(),
                Map.of(
                        "R",
                        List.of(
                                Map.of("name", "Child", "price", 5_000),
                                Map.of("name", "Student", "price", 7_000, "proof", "a student card"),
                                Map.of("name", "Press", "price", 0))));
        stubHold(held, "HELD", held.expiresAt());
    }

    void stubUnavailable(Held held) {
        STATES.remove(held.id());
        server.stubFor(get(urlPathEqualTo("/internal/holds/" + held.id()))
                .willReturn(aResponse().withStatus(503)));
    }

    /** Exchanges these seats for those with the next ids in row B. */
    void stubMove(Held held, String orderId, String moveId, List<Long> from, List<Long> to) {
        List<Map<String, Object>> moves = LongStream.range(0, from.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "from",
                        from.get((int) i),
                        "to",
                        to.get((int) i),
                        "section",
                        "2층",
                        "row",
                        "B",
                        "number",
                        to.get((int) i) % 1_000,
                        "grade",
                        "S"))
                .toList();
        Map<String, Object> message = Map.of(
                "eventId", held.eventId(), "holdId", held.id(), "orderId", orderId, "moveId", moveId, "moves", moves);
        server.stubFor(WireMock.post(urlPathEqualTo(movePath(held)))
                .willReturn(okJson(JsonMapper.shared()
                        .writeValueAsString(Map.of("message", message, "totalNow", 15_000L * to.size())))));
    }

    void stubMoveRefused(Held held, String problem, List<Long> seats) {
        server.stubFor(WireMock.post(urlPathEqualTo(movePath(held)))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(JsonMapper.shared()
                                .writeValueAsString(Map.of("type", "urn:problem:" + problem, "seats", seats)))));
    }

    int moves(Held held) {
        return server.findAll(WireMock.postRequestedFor(urlPathEqualTo(movePath(held))))
                .size();
    }

    private static String movePath(Held held) {
        return "/internal/events/" + held.eventId() + "/holds/" + held.id() + "/move";
    }

    /** Every seat can be offered back, and is held for fifteen minutes for whoever it is offered to. */
    void stubGiveBacks() {
        stubAll(WireMock.post(urlPathEqualTo("/internal/give-backs")), "DONE");
        server.stubFor(WireMock.post(WireMock.urlPathMatching("/internal/give-backs/[^/]+/claims"))
                .willReturn(okJson("{\"result\":\"DONE\",\"expiresAt\":\""
                        + Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.MILLIS) + "\"}")));
        stubAll(WireMock.delete(WireMock.urlPathMatching("/internal/give-backs/[^/]+")), "WITHDRAWN");
    }

    void stubWithdrawal(String giveBackId, String result) {
        stubAll(WireMock.delete(urlPathEqualTo("/internal/give-backs/" + giveBackId)), result);
    }

    /** The inventory does not answer about this give-back. */
    void stubWithdrawalUnavailable(String giveBackId) {
        server.stubFor(WireMock.delete(urlPathEqualTo("/internal/give-backs/" + giveBackId))
                .willReturn(aResponse().withStatus(503)));
    }

    void stubClaim(String giveBackId, String result) {
        stubAll(WireMock.post(urlPathEqualTo("/internal/give-backs/" + giveBackId + "/claims")), result);
    }

    private void stubAll(MappingBuilder call, String result) {
        server.stubFor(call.willReturn(okJson("{\"result\":\"" + result + "\"}")));
    }

    /** The hold that was made for the fan of an offer. */
    Held offered(String holdId, long eventId, long fanId, long seatId, String giveBackId) {
        Held held = new Held(
                holdId,
                eventId,
                fanId,
                List.of(seatId),
                Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.MILLIS));
        stubHold(held, "HELD", held.expiresAt(), "give-back:" + giveBackId);
        return held;
    }

    void stubReleaseRefused(Held held) {
        server.stubFor(delete(urlPathEqualTo("/api/holds/" + held.id()))
                .willReturn(aResponse().withStatus(409)));
    }

    List<LoggedRequest> releases(Held held) {
        return server.findAll(deleteRequestedFor(urlPathEqualTo("/api/holds/" + held.id())));
    }

    private static Map<String, Object> seat(Held held, long id) {
        return Map.of(
                "id", id, "section", "1층", "row", "A", "number", id % 1_000, "grade", "R", "price", held.price(id));
    }
}
