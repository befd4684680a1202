package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fan hands tickets of a show of tonight to others. */
abstract class HandoverFixture extends BookingFixture {

    static final Duration SOON = Duration.ofSeconds(60);
    static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);

    final long receiver = fan + 1;
    final Fan door = Fan.of(fan + 5, Role.DOOR);
    final Instant start = Instant.now().plus(Duration.ofHours(11));

    @BeforeEach
    void publishShow() {
        neighbours.name(fan, "민지", "giver-" + fan + "@example.com");
        neighbours.name(receiver, "하늘", "receiver-" + fan + "@example.com");
        publish(start);
    }

    Reply offer(long who, JsonNode ticket) {
        return offer(who, Map.of("id", ticket.path("id").asLong()));
    }

    Reply offer(long who, Map<String, Object> ticket) {
        return post("/api/handovers", Map.of("ticketIds", List.of(ticket.get("id"))), who);
    }

    Reply look(Reply offered, long who) {
        return post("/api/handovers/preview", Map.of("secret", offered.text("secret")), who);
    }

    Reply accept(Reply offered, long who) {
        return post("/api/handovers/accept", Map.of("secret", offered.text("secret")), who);
    }

    void hand(long from, long to, Held held) {
        Reply accepted = accept(offer(from, ticket(from, held.seatIds().getFirst())), to);
        assertThat(accepted.status()).as("%s", accepted.body()).isEqualTo(200);
    }

    int delete(String path, long who) {
        return send(HttpRequest.newBuilder(at(path)).DELETE(), who).status();
    }

    Reply organiser(String method, String path, @Nullable Object body) {
        return sendAs(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                JsonMapper.shared().writeValueAsString(body))),
                ORGANISER);
    }

    Reply refund(Held held) {
        return organiser(
                "POST",
                "/api/organiser/orders/" + orderOf(held) + "/refund",
                Map.of("reason", "sound trouble", "waiveFee", true));
    }

    String check(String code) {
        return sendAs(
                        HttpRequest.newBuilder(at("/api/checkins"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(Map.of("code", code, "gate", "A")))),
                        door)
                .text("result");
    }

    List<JsonNode> ticketsOf(long who) {
        return get("/api/tickets", who).body().valueStream().toList();
    }

    JsonNode ticket(long who, long seatId) {
        return ticketsOf(who).stream()
                .filter(ticket -> ticket.at("/seat/id").asLong() == seatId)
                .findAny()
                .orElseThrow();
    }

    List<Long> owners(Held held) {
        return ofTickets("fan_id", Long.class, held);
    }

    List<Integer> generations(Held held) {
        return ofTickets("generation", Integer.class, held);
    }

    boolean valid(Held held) {
        return ofTickets("valid", Boolean.class, held).contains(true);
    }

    <T> List<T> ofTickets(String column, Class<T> type, Held held) {
        return jdbc.sql("SELECT t." + column
                        + " FROM ticket t JOIN booking b ON b.id = t.booking_id WHERE b.hold_id = ? ORDER BY t.id")
                .param(held.id())
                .query(type)
                .list();
    }
}
