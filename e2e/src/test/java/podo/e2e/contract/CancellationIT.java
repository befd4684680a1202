package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** Returned seats go on sale again after a random delay of up to a minute; these tests wait for it in parallel to the others. */
@OnRunningStack
@Execution(ExecutionMode.CONCURRENT)
class CancellationIT {

    private Show show;
    private Fan fan;

    @BeforeEach
    void arrive() {
        show = Show.onSale(1, 10);
        fan = Fan.fresh();
    }

    @Test
    void aCancelledReservationIsRefundedAndItsSeatSoldAgain() {
        List<Long> seats = fan.freeSeats(show.id()).subList(0, 1);
        String id = fan.buy(show.id(), seats).path("id").asString();
        fan.api().post("/api/reservations/" + id + "/cancel").isOneOf(200, 202);
        fan.awaitStatus(id, "REFUNDED");
        awaitFree(seats.getFirst());
        fan.api().post("/api/reservations/" + id + "/cancel").isOneOf(200, 202, 409);
        Answer tickets = fan.api().get("/api/tickets").has(200);
        assertThat(tickets.json())
                .allSatisfy(
                        ticket -> assertThat(ticket.path("status").asString()).isNotEqualTo("VALID"));
    }

    @Test
    void oneSeatOfTwoIsGivenBackAlone() {
        List<Long> seats = fan.freeSeats(show.id()).subList(0, 2);
        String id = fan.buy(show.id(), seats).path("id").asString();
        fan.api()
                .post("/api/reservations/" + id + "/cancel", Map.of("seatIds", seats.subList(0, 1)))
                .isOneOf(200, 202);
        awaitFree(seats.getFirst());
        assertThat(fan.status(show.id(), seats.getLast())).isEqualTo("SOLD");
        assertThat(fan.reservation(id).string("status")).isEqualTo("CONFIRMED");
        fan.api()
                .post("/api/reservations/" + id + "/cancel", Map.of("seatIds", List.of(999_999_999L)))
                .isOneOf(400, 404, 409, 422);
    }

    private void awaitFree(long seat) {
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> fan.status(show.id(), seat).equals("AVAILABLE"));
    }
}
