package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeatsIT {

    private Show show;
    private Fan fan;
    private String pass;

    @BeforeAll
    void enter() {
        show = Show.onSale(6, 10);
        fan = Fan.fresh();
        pass = fan.enter(show.id());
    }

    @Test
    void everySeatIsDescribed() {
        for (JsonNode seat : fan.seats(show.id())) {
            assertThat(seat.path("section").asString()).isEqualTo("A");
            assertThat(seat.path("grade").asString()).isEqualTo("R");
            assertThat(seat.path("price").asLong()).isEqualTo(Show.PRICE);
            assertThat(seat.path("row").asString()).isNotBlank();
            assertThat(seat.path("number").asInt()).isPositive();
            assertThat(seat.path("status").asString()).isIn("AVAILABLE", "HELD", "SOLD", "BLOCKED");
            assertThat(seat.has("accessible")).isTrue();
        }
        Api.open().get(seats()).refuses(401, "unauthorized");
        fan.api().get("/api/events/999999999/seats").refuses(404);
        fan.api().get("/api/events/x/seats").refuses(404);
    }

    @Test
    void aHoldIsSeenByAllAndGoneAtOnceWhenReleased() {
        Fan holder = Fan.fresh();
        List<Long> two = free(2);
        Answer hold = holder.hold(show.id(), holder.enter(show.id()), two).has(201);
        assertThat(hold.json("seats").size()).isEqualTo(2);
        assertThat(hold.json("total").asLong()).isEqualTo(2L * Show.PRICE);
        assertThat(Instant.parse(hold.string("expiresAt"))).isAfter(Instant.now());
        assertThat(fan.status(show.id(), two.getFirst())).isEqualTo("HELD");

        String id = "/api/holds/" + hold.string("holdId");
        fan.api().delete(id).isOneOf(403, 404);
        fan.api().get(id).isOneOf(403, 404);
        assertThat(fan.status(show.id(), two.getFirst())).isEqualTo("HELD");
        holder.api().delete(id).has(204);
        assertThat(fan.status(show.id(), two.getFirst())).isEqualTo("AVAILABLE");
        assertThat(fan.status(show.id(), two.getLast())).isEqualTo("AVAILABLE");
        fan.api().delete("/api/holds/" + UUID.randomUUID()).refuses(404);
        fan.api().delete("/api/holds/x").refuses(404);
    }

    @Test
    void theSecondFanIsToldWhichSeatsAreGone() {
        Fan first = Fan.fresh();
        Fan second = Fan.fresh();
        List<Long> seats = free(2);
        first.hold(show.id(), first.enter(show.id()), seats.subList(0, 1)).has(201);
        Answer lost = second.hold(show.id(), second.enter(show.id()), seats).refuses(409, "seats-taken");
        assertThat(lost.json("seats").toString()).contains(seats.getFirst().toString());
        assertThat(fan.status(show.id(), seats.getLast())).isEqualTo("AVAILABLE");
    }

    @Test
    void noPassNoSeat() {
        List<Long> seat = free(1);
        Fan outside = Fan.fresh();
        String path = "/api/events/" + show.id() + "/holds";
        outside.api().post(path, Map.of("seatIds", seat)).refuses(403, "no-pass");
        outside.hold(show.id(), "forged", seat).refuses(403, "no-pass");
        outside.hold(show.id(), pass, seat).refuses(403, "no-pass");
        outside.hold(show.id(), pass.substring(0, pass.length() - 4) + "AAAA", seat)
                .refuses(403, "no-pass");
        Show other = Show.onSale(1, 2);
        fan.hold(other.id(), pass, fan.freeSeats(other.id())).refuses(403, "no-pass");
        Api.open()
                .with("X-Entry-Pass", pass)
                .post(path, Map.of("seatIds", seat))
                .refuses(401, "unauthorized");
        assertThat(fan.status(show.id(), seat.getFirst())).isEqualTo("AVAILABLE");
    }

    @Test
    void nonsenseChangesNothing() {
        Fan greedy = Fan.fresh();
        String greedyPass = greedy.enter(show.id());
        List<Long> five = free(5);
        greedy.hold(show.id(), greedyPass, five).refuses(422, "too-many-seats");
        greedy.hold(show.id(), greedyPass, List.of(five.getFirst(), five.getFirst()))
                .isOneOf(400, 422);
        greedy.hold(show.id(), greedyPass, List.of()).refuses(400);
        greedy.hold(show.id(), greedyPass, List.of(-1L)).isOneOf(400, 404, 422);
        greedy.hold(show.id(), greedyPass, List.of(999_999_999_999L)).isOneOf(400, 404, 422);
        Show other = Show.onSale(1, 2);
        greedy.hold(show.id(), greedyPass, greedy.freeSeats(other.id()).subList(0, 1))
                .isOneOf(400, 404, 409, 422);
        Api holder = greedy.api().with("X-Entry-Pass", greedyPass);
        String path = "/api/events/" + show.id() + "/holds";
        holder.post(path, Map.of()).refuses(400);
        holder.post(path, Map.of("seatIds", "x")).refuses(400);
        holder.post(path, Map.of("seatIds", List.of("x"))).refuses(400);
        holder.call("POST", path, "{", "application/json").refuses(400);
        for (long seat : five) {
            assertThat(fan.status(show.id(), seat)).isEqualTo("AVAILABLE");
        }
    }

    @Test
    void theLimitCountsAcrossHolds() {
        Fan greedy = Fan.fresh();
        String greedyPass = greedy.enter(show.id());
        List<Long> five = free(5);
        greedy.hold(show.id(), greedyPass, five.subList(0, 3)).has(201);
        greedy.hold(show.id(), greedyPass, five.subList(3, 5)).refuses(422, "too-many-seats");
        assertThat(fan.status(show.id(), five.getLast())).isEqualTo("AVAILABLE");
    }

    @Test
    void theSameKeyIsTheSameHold() {
        Fan twice = Fan.fresh();
        List<Long> seats = free(2);
        String twicePass = twice.enter(show.id());
        Fan keyed = new Fan(
                twice.id(),
                twice.email(),
                twice.password(),
                twice.api().with("Idempotency-Key", UUID.randomUUID().toString()));
        Answer first = keyed.hold(show.id(), twicePass, seats.subList(0, 1)).has(201);
        Answer again = keyed.hold(show.id(), twicePass, seats.subList(0, 1)).has(201);
        assertThat(again.string("holdId")).isEqualTo(first.string("holdId"));
        keyed.hold(show.id(), twicePass, seats.subList(1, 2)).refuses(422);
        assertThat(fan.status(show.id(), seats.getLast())).isEqualTo("AVAILABLE");
    }

    @Test
    void theBestSeatsAreProposed() {
        Answer best = fan.api().get(seats() + "/best?count=2").has(200);
        assertThat(best.text()).contains("seats");
        fan.api().get(seats() + "/best?count=0").refuses(400);
        fan.api().get(seats() + "/best?count=x").refuses(400);
    }

    private String seats() {
        return "/api/events/" + show.id() + "/seats";
    }

    private List<Long> free(int count) {
        return fan.freeSeats(show.id()).subList(0, count);
    }
}
