package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.contracts.user.AccountDeleted;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The name that stands on a ticket: who sets it, where it is shown, and when it stays or goes. */
class TicketNamesIT extends HandoverFixture {

    private Held held;
    private String order;

    @BeforeEach
    void buyTwoTickets() {
        neighbours.name(2, "주최자", "organiser@example.com");
        held = inventory.createHold(event, fan, 2);
        buy(held);
        order = orderOf(held);
    }

    @Test
    void aHolderNamesATicketAndEverybodyWhoShouldReadsIt() {
        assertThat(name(fan, first(), "  김 미나" + fan + " ").status()).isEqualTo(204);

        assertThat(ticket(fan, first()).path("name").asString()).isEqualTo("김 미나" + fan);
        assertThat(ticket(fan, second()).has("name")).isFalse();
        JsonNode seen = order();
        assertThat(seen.path("tickets")
                        .valueStream()
                        .map(ticket -> ticket.path("name").asString("–")))
                .containsExactly("김 미나" + fan, "–");
        assertThat(named(seen)).containsExactly("민지");
        assertThat(seen.path("history").toString())
                .as("the history keeps no names")
                .doesNotContain("김 미나");
        assertThat(found("미나" + fan)).containsExactly(order);
        assertThat(found("미나" + fan + " 김")).containsExactly(order);
        assertThat(found("미나" + fan + " 박")).isEmpty();
        assertThat(organiser("GET", "/api/organiser/events/" + event + "/order-lines?size=9", null)
                        .body()
                        .path("lines")
                        .valueStream()
                        .map(line -> line.path("ticketName").asString("–")))
                .containsExactlyInAnyOrder("김 미나" + fan, "–");
    }

    @Test
    void theDoorReadsTheNameInItsListAndInTheAnswer() {
        String before = doorList().text("version");
        name(fan, first(), "김미나");

        Reply list = doorList();
        assertThat(list.text("version")).isNotEqualTo(before);
        assertThat(list.body()
                        .path("tickets")
                        .valueStream()
                        .map(ticket -> ticket.path("name").asString("–")))
                .containsExactlyInAnyOrder("김미나", "–");
        Reply in = scan(ticket(fan, first()).path("code").asString());
        assertThat(in.text("result")).isEqualTo("VALID");
        assertThat(in.text("name")).isEqualTo("김미나");
        assertThat(scan(ticket(fan, second()).path("code").asString()).body().has("name"))
                .isFalse();
    }

    @Test
    void aNameStaysOnceTheTicketWasUsedAndNothingOfTheRequestIsKept() {
        name(fan, first(), "김미나");
        check(ticket(fan, first()).path("code").asString());

        Reply refused = names(fan, Map.of(first(), "박지훈", second(), "이서연"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("name-fixed");
        assertThat(organiserNames(Map.of(first(), "박지훈")).problem()).isEqualTo("name-fixed");
        assertThat(ticket(fan, first()).path("name").asString()).isEqualTo("김미나");
        assertThat(ticket(fan, second()).has("name")).isFalse();
        assertThat(names(fan, Map.of(first(), "김미나", second(), "이서연")).status())
                .as("the same name is no change")
                .isEqualTo(204);
        assertThat(ticket(fan, second()).path("name").asString()).isEqualTo("이서연");
    }

    @Test
    void theOrganiserSetsAndRemovesANameAndTheLogSaysWho() {
        assertThat(organiserNames(Map.of(first(), "김미나", second(), "이서연")).status())
                .isEqualTo(200);
        assertThat(ticket(fan, second()).path("name").asString()).isEqualTo("이서연");
        assertThat(organiserNames(Map.of(second(), "")).status()).isEqualTo(200);
        assertThat(ticket(fan, second()).has("name")).isFalse();

        List<JsonNode> told = order().path("history")
                .valueStream()
                .filter(happened -> happened.path("kind").asString().equals("NAMED"))
                .toList();
        assertThat(told).extracting(happened -> happened.path("by").asString()).containsExactly("주최자", "주최자");
        assertThat(told.getFirst().at("/detail/seats").asString()).contains("A-", ", ");
        assertThat(told.toString()).doesNotContain("김미나", "이서연");
    }

    @Test
    void nobodyNamesTheTicketsOfOthers() {
        assertThat(name(receiver, ticketId(first()), "x").status()).isEqualTo(404);
        assertThat(put("/api/organiser/orders/" + order + "/names", body(ticketId(first()), "x"), Fan.of(fan))
                        .status())
                .isEqualTo(403);
        assertThat(put(
                                "/api/organiser/orders/" + order + "/names",
                                body(ticketId(first()), "x"),
                                Fan.of(1, Role.ORGANISER))
                        .status())
                .isEqualTo(404);
        Held another = inventory.createHold(event, receiver, 1);
        buy(another);
        assertThat(organiserNamesOf(ticket(receiver, another.seatIds().getFirst())
                                .path("id")
                                .asLong())
                        .status())
                .as("a ticket of another order")
                .isEqualTo(404);
        for (String wrong : List.of("\u0000", "x".repeat(101), "a\u202Eb")) {
            assertThat(name(fan, first(), wrong).status()).isEqualTo(400);
        }
        assertThat(put("/api/tickets/names", Map.of("names", List.of()), Fan.of(fan))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theNameGoesWhenTheTicketIsHandedOver() {
        name(fan, first(), "김미나" + fan);
        hand(fan, receiver, held);

        assertThat(ticket(receiver, first()).has("name")).isFalse();
        assertThat(found("김미나" + fan)).isEmpty();
        assertThat(name(fan, ticketId(receiver, first()), "again").status()).isEqualTo(404);
        assertThat(name(receiver, ticketId(receiver, first()), "하늘이").status()).isEqualTo(204);
        assertThat(named(order())).containsExactly("민지", "하늘");
    }

    @Test
    void theNamesGoWithTheAccount() {
        name(fan, first(), "김미나" + fan);
        kafka().send(new AccountDeleted(fan));

        await().atMost(SOON).until(() -> !ticket(fan, first()).has("name"));
        assertThat(found("김미나" + fan)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM ticket_name_term WHERE ticket_id = ?")
                        .param(ticketId(first()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long first() {
        return held.seatIds().getFirst();
    }

    private long second() {
        return held.seatIds().getLast();
    }

    private long ticketId(long seat) {
        return ticketId(fan, seat);
    }

    private long ticketId(long who, long seat) {
        return ticket(who, seat).path("id").asLong();
    }

    /** @param seatOrTicket a seat of the fan's, or a ticket's id */
    private Reply name(long who, long seatOrTicket, String name) {
        long ticket = held.seatIds().contains(seatOrTicket) ? ticketId(seatOrTicket) : seatOrTicket;
        return put("/api/tickets/names", body(ticket, name), Fan.of(who));
    }

    private Reply names(long who, Map<Long, String> bySeat) {
        return put("/api/tickets/names", body(bySeat), Fan.of(who));
    }

    private Reply organiserNames(Map<Long, String> bySeat) {
        return organiser("PUT", "/api/organiser/orders/" + order + "/names", body(bySeat));
    }

    private Reply organiserNamesOf(long ticket) {
        return organiser("PUT", "/api/organiser/orders/" + order + "/names", body(ticket, "x"));
    }

    private Map<String, Object> body(Map<Long, String> bySeat) {
        return Map.of(
                "names",
                bySeat.entrySet().stream()
                        .map(entry -> Map.of("ticketId", ticketId(entry.getKey()), "name", entry.getValue()))
                        .toList());
    }

    private static Map<String, Object> body(long ticket, String name) {
        return Map.of("names", List.of(Map.of("ticketId", ticket, "name", name)));
    }

    private Reply put(String path, Object body, Fan caller) {
        return sendAs(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))),
                caller);
    }

    private JsonNode order() {
        return organiser("GET", "/api/organiser/orders/" + order, null).body();
    }

    /** Who changed names by the history, as holders. */
    private static List<String> named(JsonNode order) {
        return order.path("history")
                .valueStream()
                .filter(happened -> happened.path("kind").asString().equals("NAMED"))
                .map(happened -> happened.at("/detail/holder").asString())
                .toList();
    }

    private List<String> found(String words) {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return organiser("GET", "/api/organiser/orders?eventId=" + event + "&query=" + query, null)
                .body()
                .path("content")
                .valueStream()
                .map(row -> row.path("orderId").asString())
                .toList();
    }

    private Reply doorList() {
        return sendAs(HttpRequest.newBuilder(at("/api/checkins/events/" + event)), door);
    }

    private Reply scan(String code) {
        return sendAs(
                HttpRequest.newBuilder(at("/api/checkins"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(Map.of("code", code, "gate", "A")))),
                door);
    }
}
