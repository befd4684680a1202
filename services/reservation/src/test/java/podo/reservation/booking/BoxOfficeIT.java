package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.inventory.SeatIds;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.reservation.account.KnownAccounts;
import podo.reservation.booking.InventoryStub.Held;
import podo.stack.junit.SignedTokens;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sale at the desk from the request to the order that organisers find, refund and export. */
class BoxOfficeIT extends BookingFixture {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);
    private static final Fan OTHER_ORGANISER = Fan.of(1, Role.ORGANISER);

    @Autowired
    ServiceTokens services;

    @Autowired
    KnownAccounts accounts;

    private List<Long> seats;

    @BeforeEach
    void publishTheShow() {
        neighbours.name(2, "주최자", "organiser@example.com");
        publish(Instant.now().plus(Duration.ofDays(365)), new RefundFee(1_000, 10));
        seats = List.of(SeatIds.of(event, 11), SeatIds.of(event, 12));
    }

    @AfterEach
    void answerAsUsual() {
        neighbours.stubBoxOfficePayments(200);
        inventory.sellKindsAtBoxOffice(false);
    }

    @Test
    void aSaleForCashIsAnOrderThatIsFoundPrintedExportedAndRefunded() throws Exception {
        String name = "매표 손님" + fan;
        Reply sold = sell(sale("CASH", Map.of("name", name, "email", "walk-in-" + fan + "@example.com")));
        assertThat(sold.status()).as("%s", sold.body()).isEqualTo(201);
        assertThat(sold.body().path("amount").asLong()).isEqualTo(30_000);
        assertThat(sold.text("way")).isEqualTo("CASH");
        String order = sold.text("orderId");
        issueTickets(order);

        JsonNode found = ask(ORGANISER, "/api/organiser/orders?eventId=" + event + "&query=손님" + fan)
                .body()
                .at("/content/0");
        assertThat(found.path("orderId").asString()).isEqualTo(order);
        assertThat(found.at("/buyer/name").asString()).isEqualTo(name);
        assertThat(found.at("/sale/way").asString()).isEqualTo("CASH");
        assertThat(found.path("status").asString()).isEqualTo("CONFIRMED");
        JsonNode whole = ask(ORGANISER, "/api/organiser/orders/" + order).body();
        assertThat(whole.path("tickets")).hasSize(2);
        assertThat(kinds(whole)).containsOnlyOnce("SOLD_AT_DESK");
        assertThat(printed(order)).startsWith("%PDF-");
        assertThat(ask(OTHER_ORGANISER, "/api/organiser/orders/" + order + "/tickets.pdf")
                        .status())
                .isEqualTo(404);
        JsonNode line = ask(ORGANISER, "/api/organiser/events/" + event + "/order-lines")
                .body()
                .at("/lines/0");
        assertThat(line.path("soldAt").asString()).isEqualTo("CASH");
        assertThat(line.path("way").asString()).isEqualTo("CASH");
        assertThat(line.path("used").asBoolean(true)).isFalse();
        assertThat(line.path("partlyCancelled").asBoolean(true)).isFalse();
        assertThat(line.path("name").asString()).isEqualTo(name);

        Reply refund = sendAs(
                json("/api/organiser/orders/" + order + "/refund", Map.of("waiveFee", true, "reason", "ill")),
                ORGANISER);
        assertThat(refund.status()).isEqualTo(202);
        await().atMost(SOON).until(() -> !kafka().cancellationsOf(order).isEmpty());
        assertThat(kafka().cancellationsOf(order).getFirst().refundAmount()).isEqualTo(30_000);
    }

    @Test
    void theBuyerIsNoAccountAndKeepsItsNameWhileAccountsAreAskedAgain() {
        String email = "walk-in-" + fan + "@example.com";
        String order =
                sell(sale("CARD", Map.of("name", "Hana", "email", email))).text("orderId");
        long buyer = jdbc.sql("SELECT fan_id FROM booking WHERE order_id = ?")
                .param(order)
                .query(Long.class)
                .single();
        assertThat(BoxOfficeBuyers.isOne(buyer)).isTrue();
        jdbc.sql("UPDATE known_account SET asked_at = '2020-01-01' WHERE id = ?")
                .param(buyer)
                .update();
        await().during(Duration.ofSeconds(5))
                .atMost(SOON)
                .until(() -> accounts.find(buyer).orElseThrow().name().equals("Hana"));

        Reply recipient = sendAs(asService("/internal/box-office-buyers/" + buyer), null);
        assertThat(recipient.text("email")).isEqualTo(email);
        assertThat(recipient.text("language")).isIn("ko", "en");
        String nameless = sell(sale("CARD", Map.of())).text("orderId");
        long nobody = jdbc.sql("SELECT fan_id FROM booking WHERE order_id = ?")
                .param(nameless)
                .query(Long.class)
                .single();
        assertThat(ask(ORGANISER, "/api/organiser/orders?withoutEmail=true&eventId=" + event)
                        .body()
                        .path("content")
                        .valueStream()
                        .map(listed -> listed.path("orderId").asString()))
                .containsExactly(nameless);
        assertThat(sendAs(asService("/internal/box-office-buyers/" + nobody), null)
                        .status())
                .isEqualTo(404);
        assertThat(sendAs(asService("/internal/box-office-buyers/5"), null).status())
                .isEqualTo(404);
    }

    /** The sum and the list that a clerk works through once a show is cancelled. */
    @Test
    void whatTheDeskOwesOfACancelledShowIsListedUntilItIsHandedBack() {
        String order = sell(sale("CASH", Map.of())).text("orderId");
        issueTickets(order);
        assertThat(owed().path("content")).isEmpty();
        assertThat(owed().path("owed").asLong(-1)).isZero();
        assertThat(handBack(order).problem()).as("the show goes on").isEqualTo("nothing-owed");

        kafka().send(new EventCancelled(event, "rain"));
        await().atMost(SOON).until(() -> owed().path("owed").asLong() == 30_000);
        assertThat(owed().at("/content/0/orderId").asString()).isEqualTo(order);
        assertThat(owed().at("/content/0/owed").asLong()).isEqualTo(30_000);
        assertThat(sendAs(json("/api/organiser/orders/" + order + "/handed-back", Map.of()), OTHER_ORGANISER)
                        .status())
                .isEqualTo(404);

        assertThat(handBack(order).status()).isEqualTo(204);
        assertThat(handBack(order).status()).as("a repeat").isEqualTo(204);
        assertThat(owed().path("content")).isEmpty();
        JsonNode whole = ask(ORGANISER, "/api/organiser/orders/" + order).body();
        assertThat(whole.has("owed")).isFalse();
        assertThat(kinds(whole)).containsOnlyOnce("HANDED_BACK");
    }

    private JsonNode owed() {
        return ask(ORGANISER, "/api/organiser/orders?owed=true&eventId=" + event)
                .body();
    }

    private Reply handBack(String order) {
        return sendAs(json("/api/organiser/orders/" + order + "/handed-back", Map.of()), ORGANISER);
    }

    @Test
    void whatIsGivenAwayCostsNothingAndHasItsReason() {
        Reply sold = sell(sale("COMPLIMENTARY", Map.of("reason", "press")));
        assertThat(sold.status()).as("%s", sold.body()).isEqualTo(201);
        assertThat(sold.body().path("amount").asLong()).isZero();
        String order = sold.text("orderId");
        issueTickets(order);
        JsonNode whole = ask(ORGANISER, "/api/organiser/orders/" + order).body();
        assertThat(whole.at("/sale/reason").asString()).isEqualTo("press");
        assertThat(whole.at("/seats/0/price").asLong()).isZero();
        assertThat(whole.at("/seats/0/usualPrice").asLong()).isEqualTo(10_000);
    }

    @Test
    void theMoneyReportCountsWhatWasGivenAwayAtItsFaceValue() {
        neighbours.stubLedger(event, "{\"last\":\"\",\"movements\":[]}");
        Reply sold = sell(sale("COMPLIMENTARY", Map.of("reason", "press")));
        issueTickets(sold.text("orderId"));
        JsonNode report =
                ask(ORGANISER, "/api/organiser/events/" + event + "/money").body();

        assertThat(report.path("lines")).isEmpty();
        assertThat(report.path("given")).hasSize(1);
        JsonNode given = report.at("/given/0");
        int tickets = sold.body().path("seats").size();
        assertThat(given.path("way").asString()).isEqualTo("COMPLIMENTARY");
        assertThat(given.path("tickets").asInt()).isEqualTo(tickets).isPositive();
        assertThat(given.path("faceValue").asLong())
                .as("what they cost as usual ones, 10,000 and 20,000")
                .isEqualTo(30_000);
        assertThat(given.path("amount").asLong(-1)).isZero();

        sendAs(json("/api/organiser/orders/" + sold.text("orderId") + "/refund", Map.of("reason", "ill")), ORGANISER);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ask(ORGANISER, "/api/organiser/events/" + event + "/money")
                                .body()
                                .path("given"))
                        .as("given back")
                        .isEmpty());
    }

    @Test
    void kindsOfTicketAreSoldForSeatsAndPlaces() {
        inventory.sellKindsAtBoxOffice(true);
        Map<String, Object> sale = new HashMap<>(Map.of("way", "CASH"));
        sale.put("seats", List.of(Map.of("seatId", seats.get(0), "kind", "Child"), Map.of("seatId", seats.get(1))));
        sale.put("places", List.of(Map.of("areaId", 7, "count", 1, "kind", "Child"), Map.of("areaId", 7, "count", 1)));

        Reply sold = sell(sale);

        assertThat(sold.status()).as("%s", sold.body()).isEqualTo(201);
        assertThat(sold.body().path("amount").asLong())
                .as("a child's seat, a seat, a child's place, a place")
                .isEqualTo(5_000 + 20_000 + 5_000 + 40_000);
        sale.put("places", List.of(Map.of("areaId", 7, "count", 1, "kind", "Dragon")));
        Reply unknown = sell(sale);
        assertThat(unknown.status()).isEqualTo(400);
        assertReleased();
    }

    @Test
    void theSameRequestAgainIsTheSameSaleAlsoAfterALostAnswer() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> sale = sale("CASH", Map.of());
        neighbours.stubBoxOfficePayments(503);
        Reply undecided = sell(sale, key);
        assertThat(undecided.status()).isEqualTo(503);
        assertThat(undecided.problem()).isEqualTo("sale-undecided");
        String order = undecided.text("orderId");
        assertThat(neighbours.boxOfficePayments(order)).isGreaterThan(1);
        String hold = jdbc.sql("SELECT hold_id FROM booking WHERE order_id = ?")
                .param(order)
                .query(String.class)
                .single();
        assertThat(inventory.releasedAtBoxOffice(hold)).as("it may be paid").isZero();

        neighbours.stubBoxOfficePayments(200);
        Reply decided = sell(sale, key);
        assertThat(decided.status()).as("%s", decided.body()).isEqualTo(201);
        assertThat(decided.text("orderId")).isEqualTo(order);
        assertThat(sell(sale, key).text("orderId")).isEqualTo(order);
        assertThat(sell(sale("CARD", Map.of()), key).problem()).isEqualTo("idempotency-key-reused");
        assertThat(kinds(ask(ORGANISER, "/api/organiser/orders/" + order).body()))
                .containsOnlyOnce("SOLD_AT_DESK");
    }

    @Test
    void whatIsRefusedOnTheWayLeavesNothingHeld() {
        neighbours.stubBoxOfficePayments(409);
        Reply lapsed = sell(sale("CASH", Map.of()));
        assertThat(lapsed.problem()).isEqualTo("hold-lapsed");
        assertReleased();
        neighbours.stubBoxOfficePayments(200);
        Reply dearer = sell(sale("CASH", Map.of("total", 29_999)));
        assertThat(dearer.status()).isEqualTo(409);
        assertThat(dearer.problem()).isEqualTo("price-changed");
        assertThat(dearer.body().path("total").asLong()).isEqualTo(30_000);
        assertReleased();
    }

    @Test
    void takenSeatsAndFullAreasAreNamed() {
        inventory.stubBoxOfficeRefused(event, "seats-taken", ",\"seats\":[" + seats.get(1) + "]");
        Reply taken = sell(sale("CASH", Map.of()));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("seats-taken");
        assertThat(taken.body().at("/seats/0").asLong()).isEqualTo(seats.get(1));
        inventory.stubBoxOfficeRefused(event, "area-full", ",\"areas\":[{\"id\":7,\"available\":3}],\"left\":3");
        Reply full = sell(sale("CASH", Map.of()));
        assertThat(full.problem()).isEqualTo("area-full");
        assertThat(full.body().path("left").asLong()).isEqualTo(3);
        inventory.stubBoxOfficeRefused(event, "event-cancelled", "");
        assertThat(sell(sale("CASH", Map.of())).problem()).isEqualTo("not-sold-here");
    }

    @Test
    void whatMakesNoSaleIsRefusedAndForeignEventsDoNotExist() {
        assertThat(sell(Map.of("seats", List.of(Map.of("seatId", 1)))).status())
                .as("no way of payment")
                .isEqualTo(400);
        assertThat(sell(sale("BANK", Map.of())).status()).isEqualTo(400);
        Reply reasonless = sell(sale("COMPLIMENTARY", Map.of()));
        assertThat(reasonless.status()).isEqualTo(400);
        assertThat(reasonless.body().at("/fields/0/field").asString()).isEqualTo("reason");
        assertThat(sell(Map.of("way", "CASH")).status()).as("nothing").isEqualTo(400);
        assertThat(sell(sale("CASH", Map.of("email", "no address"))).status()).isEqualTo(400);
        assertThat(sell(sale("CASH", Map.of("name", "x".repeat(101)))).status()).isEqualTo(400);
        Map<String, Object> twice = new HashMap<>(sale("CASH", Map.of()));
        twice.put("seats", List.of(Map.of("seatId", seats.get(0)), Map.of("seatId", seats.get(0))));
        assertThat(sell(twice).status()).isEqualTo(400);
        Map<String, Object> many = new HashMap<>(sale("CASH", Map.of()));
        many.put("places", List.of(Map.of("areaId", 7, "count", 50)));
        assertThat(sell(many).status()).as("52 together").isEqualTo(400);
        assertThat(sellAs(OTHER_ORGANISER, sale("CASH", Map.of()), null).status())
                .isEqualTo(404);
        assertThat(sellAs(Fan.of(fan), sale("CASH", Map.of()), null).status()).isEqualTo(403);
        assertThat(sellAs(null, sale("CASH", Map.of()), null).status()).isEqualTo(401);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM booking WHERE event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The hold of the latest sale of this event. */
    private void assertReleased() {
        String hold = jdbc.sql("SELECT hold_id FROM box_office_sale WHERE event_id = ? ORDER BY id DESC LIMIT 1")
                .param(event)
                .query(String.class)
                .single();
        assertThat(inventory.releasedAtBoxOffice(hold)).isEqualTo(1);
    }

    private void issueTickets(String order) {
        Held held = inventory.takenAtBoxOffice(jdbc.sql("SELECT hold_id FROM booking WHERE order_id = ?")
                .param(order)
                .query(String.class)
                .single());
        kafka().send(approved(held));
        kafka().send(sold(held));
        await().atMost(SOON)
                .until(() -> ask(ORGANISER, "/api/organiser/orders/" + order)
                        .text("status")
                        .equals("CONFIRMED"));
    }

    private Map<String, Object> sale(String way, Map<String, Object> more) {
        Map<String, Object> sale = new HashMap<>(more);
        sale.put("way", way);
        sale.put("seats", seats.stream().map(id -> Map.of("seatId", id)).toList());
        return sale;
    }

    private Reply sell(Map<String, Object> sale) {
        return sell(sale, null);
    }

    private Reply sell(Map<String, Object> sale, @Nullable String key) {
        return sellAs(ORGANISER, sale, key);
    }

    private Reply sellAs(@Nullable Fan who, Map<String, Object> sale, @Nullable String key) {
        HttpRequest.Builder request = json("/api/organiser/events/" + event + "/sales", sale);
        return sendAs(key == null ? request : request.header("Idempotency-Key", key), who);
    }

    private HttpRequest.Builder json(String path, Object body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    private HttpRequest.Builder asService(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + services.mint("reservation"));
    }

    private Reply ask(Fan who, String path) {
        return sendAs(HttpRequest.newBuilder(at(path.replace("손님", "%EC%86%90%EB%8B%98"))), who);
    }

    private String printed(String order) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at("/api/organiser/orders/" + order + "/tickets.pdf"))
                .header(
                        "Authorization",
                        "Bearer "
                                + SignedTokens.of(
                                        ORGANISER, () -> tokens.mint(ORGANISER, Instant.now(), Duration.ofMinutes(15))))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                .body();
    }

    private static List<String> kinds(JsonNode order) {
        return order.path("history")
                .valueStream()
                .map(event -> event.path("kind").asString())
                .toList();
    }
}
