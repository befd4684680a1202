package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;

/** Concessions and tickets that cost nothing, from the event to the refund and the books. */
@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketKindsOnStackIT {

    private static final List<Map<String, Object>> KINDS = List.of(
            Map.of("name", "Child", "percent", 50),
            Map.of("name", "Student", "price", 60_000, "proof", "a student card"),
            Map.of("name", "Press", "price", 0));

    private Show show;

    @BeforeAll
    void open() {
        show = withKinds(Show.PRICE, KINDS);
    }

    @Test
    void aConcessionIsPaidTicketedAndRefundedAtItsOwnPrice() {
        Fan fan = Fan.fresh();
        assertThat(fan.api()
                        .get("/api/events/" + show.id())
                        .has(200)
                        .json("grades")
                        .path(0)
                        .path("kinds")
                        .path(0)
                        .path("price")
                        .asLong())
                .as("half of 77,000")
                .isEqualTo(38_500);
        List<Long> seats = fan.freeSeats(show.id()).subList(0, 3);
        Answer reservation = reserve(fan, seats);
        assertThat(reservation.json("amount").asLong()).isEqualTo(3L * Show.PRICE);

        Answer chosen = choose(fan, reservation, seats.get(1), "Child", seats.get(2), "Press")
                .has(200);
        assertThat(chosen.json("amount").asLong()).isEqualTo(Show.PRICE + 38_500);
        fan.pay(chosen).isOneOf(200, 202);
        JsonNode paid = fan.awaitStatus(chosen.string("id"), "CONFIRMED");
        assertThat(paid.path("amount").asLong()).isEqualTo(Show.PRICE + 38_500);
        choose(fan, reservation, seats.get(0), "Press").refuses(409, "sum-fixed");

        String path = "/api/reservations/" + chosen.string("id");
        fan.api().post(path + "/cancel", Map.of("seatIds", seats.subList(1, 3))).isOneOf(200, 202);
        await().atMost(Fan.SOON)
                .until(() -> fan.api().get(path).json("refunded").asLong() == 38_500
                        && fan.api()
                                .get(path)
                                .json("seats")
                                .path(2)
                                .path("status")
                                .asString()
                                .equals("REFUNDED"));
        assertThat(fan.api().get(path).string("status")).isEqualTo("CONFIRMED");
        AuditCheck.awaitNoFindings("kinds of ticket");
    }

    @Test
    void anotherSumThanThatOfThePaymentIsNeverCharged() {
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id()).subList(0, 1);
        Answer reservation = reserve(fan, seats);
        String order = reservation.string("orderId");
        choose(fan, reservation, seats.get(0), "Student").has(200);
        assertThat(fan.api()
                        .post("/api/payments", Map.of("orderId", order))
                        .isOneOf(200, 201)
                        .json("amount")
                        .asLong())
                .isEqualTo(60_000);
        choose(fan, reservation, seats.get(0), "Press").refuses(409, "sum-fixed");
        fan.confirm("some-key", order, 0).refuses(400, "amount-mismatch");
        fan.confirm(Bank.approve(order, 60_000), order, 60_000).isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
    }

    @Test
    void aFreeEventNeedsNoBankAndKeepsItsLimitAndItsBooks() {
        Show free = withKinds(0, List.of());
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(free.id());
        Answer reservation = reserve(fan, free, seats.subList(0, 4));
        assertThat(reservation.json("amount").asLong()).isZero();
        Answer paid = fan.api()
                .post("/api/payments", Map.of("orderId", reservation.string("orderId")))
                .isOneOf(200, 201);
        assertThat(paid.string("status")).isEqualTo("PAID");
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        assertThat(fan.hold(free.id(), fan.enter(free.id()), seats.subList(4, 5))
                        .status())
                .as("the limit per fan")
                .isEqualTo(422);
        assertThat(fan.api()
                        .get("/api/tickets?reservationId=" + reservation.string("id"))
                        .has(200)
                        .json())
                .hasSize(4);

        String path = "/api/reservations/" + reservation.string("id");
        fan.api().post(path + "/cancel", Map.of("seatIds", seats.subList(0, 1))).isOneOf(200, 202);
        await().atMost(Fan.SOON)
                .until(() -> fan.api()
                        .get(path)
                        .json("seats")
                        .path(0)
                        .path("status")
                        .asString()
                        .equals("REFUNDED"));
        assertThat(fan.api().get(path).string("status")).isEqualTo("CONFIRMED");
        fan.api().post(path + "/cancel").isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "REFUNDED");
        AuditCheck.awaitNoFindings("free orders");
    }

    @Test
    void nonsenseIsRefused() {
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id()).subList(0, 1);
        Answer reservation = reserve(fan, seats);
        choose(fan, reservation, seats.get(0), "Senior").refuses(400);
        choose(fan, reservation, 1, "Child").refuses(400);
        choose(Fan.fresh(), reservation, seats.get(0), "Child").refuses(404);
        fan.api()
                .put("/api/reservations/" + reservation.string("id") + "/kinds", Map.of("seats", "all"))
                .refuses(400);
        fan.api().delete("/api/holds/" + reservation.string("holdId")).has(204);
        choose(fan, reservation, seats.get(0), "Child").isOneOf(409);
    }

    private static Show withKinds(long price, List<Map<String, Object>> kinds) {
        return Show.selling(
                2,
                10,
                Map.of(
                        "grades",
                        List.of(Map.of(
                                "name",
                                "R",
                                "price",
                                price,
                                "zones",
                                List.of(Map.of("section", "A")),
                                "kinds",
                                kinds))));
    }

    private Answer reserve(Fan fan, List<Long> seats) {
        return reserve(fan, show, seats);
    }

    private static Answer reserve(Fan fan, Show show, List<Long> seats) {
        String hold = fan.hold(show.id(), fan.enter(show.id()), seats).has(201).string("holdId");
        return fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
    }

    /** @param seatsAndKinds a seat and its kind, in turns */
    private static Answer choose(Fan fan, Answer reservation, Object... seatsAndKinds) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (int i = 0; i < seatsAndKinds.length; i += 2) {
            choices.add(Map.of("seatId", seatsAndKinds[i], "kind", seatsAndKinds[i + 1]));
        }
        return fan.api().put("/api/reservations/" + reservation.string("id") + "/kinds", Map.of("seats", choices));
    }
}
