package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;

/** Standing areas, from the map to the refund of a part. */
@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreasIT {

    private static final int PLACES = 12;

    private Show show;
    private long pit;

    @BeforeAll
    void open() {
        show = Show.withPit(2, 5, PLACES, Map.of());
        pit = Fan.fresh().area(show.id()).path("id").asLong();
    }

    @Test
    void placesAreHeldPaidTicketedAndGivenBackInPart() {
        Fan fan = Fan.fresh();
        JsonNode area = fan.area(show.id());
        assertThat(area.path("name").asString()).isEqualTo("Pit");
        assertThat(area.path("grade").asString()).isEqualTo("P");
        assertThat(area.path("price").asLong()).isEqualTo(Show.PIT_PRICE);
        assertThat(area.path("capacity").asInt()).isEqualTo(PLACES);
        int before = area.path("available").asInt();

        Answer hold = fan.holdPlaces(show.id(), fan.enter(show.id()), pit, 3).has(201);
        assertThat(hold.json("total").asLong()).isEqualTo(3L * Show.PIT_PRICE);
        assertThat(hold.json("seats").size()).isEqualTo(3);
        assertThat(fan.area(show.id()).path("available").asInt()).isEqualTo(before - 3);
        Answer reservation = fan.api()
                .post("/api/reservations", Map.of("holdId", hold.string("holdId")))
                .has(201);
        assertThat(reservation.json("amount").asLong()).isEqualTo(3L * Show.PIT_PRICE);
        String id = reservation.string("id");
        fan.pay(reservation).isOneOf(200, 202);
        fan.awaitStatus(id, "CONFIRMED");

        Set<String> codes = new HashSet<>();
        List<JsonNode> tickets = tickets(fan, id);
        tickets.forEach(ticket -> {
            codes.add(ticket.path("code").asString());
            assertThat(ticket.path("seat").path("section").asString()).isEqualTo("Pit");
            assertThat(ticket.path("seat").path("row").asString()).isEmpty();
        });
        assertThat(codes).hasSize(3);

        long one = reservation.json("seats").path(0).path("id").asLong();
        fan.api()
                .post("/api/reservations/" + id + "/cancel", Map.of("seatIds", List.of(one)))
                .isOneOf(200, 202);
        await().atMost(Fan.SOON)
                .until(() -> tickets(fan, id).stream()
                                .filter(ticket ->
                                        ticket.path("status").asString().equals("VALID"))
                                .count()
                        == 2);
        await().atMost(Fan.SOON.plusSeconds(60))
                .until(() -> fan.area(show.id()).path("available").asInt() == before - 2);
        AuditCheck.awaitNoFindings("places");
    }

    @Test
    void whatIsLeftIsSaidAndHeldPlacesComeBackAtOnce() {
        Show small = Show.withPit(1, 2, 5, Map.of());
        Fan first = Fan.fresh();
        Fan second = Fan.fresh();
        long area = first.area(small.id()).path("id").asLong();
        String hold = first.holdPlaces(small.id(), first.enter(small.id()), area, 4)
                .has(201)
                .string("holdId");
        String pass = second.enter(small.id());
        Answer full = second.holdPlaces(small.id(), pass, area, 2).refuses(409, "area-full");
        assertThat(full.json("left").asInt()).isEqualTo(1);
        first.api().delete("/api/holds/" + hold).has(204);
        second.holdPlaces(small.id(), pass, area, 2).has(201);
    }

    @Test
    void nonsenseIsRefused() {
        Fan fan = Fan.fresh();
        String pass = fan.enter(show.id());
        fan.holdPlaces(show.id(), pass, pit, 0).refuses(400);
        fan.holdPlaces(show.id(), pass, pit, 5).refuses(422, "too-many-seats");
        fan.holdPlaces(show.id(), pass, 999_999_999L, 1).refuses(404);
        fan.holdPlaces(show.id(), "forged", pit, 1).refuses(403, "no-pass");
        Fan.organiser()
                .post(
                        "/api/venues",
                        Map.of(
                                "name",
                                "Hall " + UUID.randomUUID(),
                                "areas",
                                List.of(Map.of("name", "Pit", "capacity", 0))))
                .refuses(400);
    }

    private static List<JsonNode> tickets(Fan fan, String reservation) {
        JsonNode all = fan.api()
                .get("/api/tickets?reservationId=" + reservation)
                .has(200)
                .json();
        return StreamSupport.stream(all.spliterator(), false).toList();
    }
}
