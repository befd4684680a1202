package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** A change of an event: event, seat map, hold, booking and payment agree when it is answered, or nothing has changed. */
@OnRunningStack
class OnePlanIT {

    private static final long NEW_PRICE = 90_000;

    private final Api organiser = Fan.organiser();
    private Show show;
    private Map<String, Object> body;
    private List<Long> seats;

    @BeforeEach
    void publish() {
        show = Show.onSale(2, 5);
        seats = Fan.fresh().freeSeats(show.id());
        JsonNode event = organiser.get(event()).has(200).json();
        body = new HashMap<>(Show.body(show.title(), event.path("venueId").asLong()));
        body.put("startsAt", event.path("startsAt").asString());
        body.put("onSaleAt", event.path("onSaleAt").asString());
    }

    @Test
    void aNewPriceIsInForceForEverybodyAndAHeldSeatKeepsItsOwn() {
        Fan holder = Fan.fresh();
        Answer held = book(holder, seats.get(0));
        Fan payer = Fan.fresh();
        Answer inPayment = book(payer, seats.get(1));
        payer.api()
                .post("/api/payments", Map.of("orderId", inPayment.string("orderId")))
                .isOneOf(200, 201);

        put(grades("R", NEW_PRICE)).has(200);

        Fan late = Fan.fresh();
        assertThat(Api.open()
                        .get(event())
                        .has(200)
                        .json("grades")
                        .path(0)
                        .path("price")
                        .asLong())
                .isEqualTo(NEW_PRICE);
        assertThat(late.seats(show.id()))
                .allSatisfy(seat -> assertThat(seat.path("price").asLong()).isEqualTo(NEW_PRICE));
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(Api.open().get("/events/" + show.id()).text())
                                .contains("90,000"));
        Answer bought = book(late, seats.get(2));
        assertThat(bought.json("amount").asLong()).isEqualTo(NEW_PRICE);
        assertThat(amountOfPayment(late, bought)).isEqualTo(NEW_PRICE);

        assertThat(holder.reservation(held.string("id")).json("amount").asLong())
                .isEqualTo(Show.PRICE);
        assertThat(amountOfPayment(holder, held)).isEqualTo(Show.PRICE);
        payer.pay(inPayment).isOneOf(200, 202);
        JsonNode paid = payer.awaitStatus(inPayment.string("id"), "CONFIRMED");
        assertThat(paid.path("amount").asLong()).isEqualTo(Show.PRICE);
        assertThat(paid.path("seats").path(0).path("price").asLong()).isEqualTo(Show.PRICE);
    }

    @Test
    void aReleasedSeatHasTheNewPriceAndThePriceChangesBack() {
        Fan fan = Fan.fresh();
        Answer hold =
                fan.hold(show.id(), fan.enter(show.id()), seats.subList(0, 1)).has(201);
        put(grades("R", NEW_PRICE)).has(200);
        fan.api().delete("/api/holds/" + hold.string("holdId")).has(204);
        assertThat(fan.hold(show.id(), fan.enter(show.id()), seats.subList(0, 1))
                        .has(201)
                        .json("total")
                        .asLong())
                .isEqualTo(NEW_PRICE);

        put(grades("R", Show.PRICE)).has(200);
        assertThat(fan.seats(show.id()).getLast().path("price").asLong()).isEqualTo(Show.PRICE);
    }

    @Test
    void whatHeldSeatsRelyOnIsRefusedWithItsField() {
        Fan fan = Fan.fresh();
        fan.hold(show.id(), fan.enter(show.id()), seats.subList(0, 1)).has(201);
        put(grades("Stalls", Show.PRICE)).refuses(409, "grade-held");
        body.put("startsAt", Instant.now().plus(40, ChronoUnit.DAYS).toString());
        Answer refused = put(grades("R", Show.PRICE)).refuses(409, "seats-held");
        assertThat(refused.json("fields").path(0).path("field").asString()).isEqualTo("startsAt");
        body.put("onSaleAt", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        put(grades("R", Show.PRICE)).refuses(409, "line-open");
        assertThat(Api.open().get(event()).string("status")).isEqualTo("ON_SALE");
    }

    private Answer book(Fan fan, long seat) {
        String hold = fan.hold(show.id(), fan.enter(show.id()), List.of(seat))
                .has(201)
                .string("holdId");
        return fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
    }

    private static long amountOfPayment(Fan fan, Answer booking) {
        return fan.api()
                .post("/api/payments", Map.of("orderId", booking.string("orderId")))
                .isOneOf(200, 201)
                .json("amount")
                .asLong();
    }

    private Answer put(List<Map<String, Object>> grades) {
        body.put("grades", grades);
        return organiser.put(event(), body);
    }

    private static List<Map<String, Object>> grades(String name, long price) {
        return List.of(Map.of("name", name, "price", price, "zones", List.of(Map.of("section", "A"))));
    }

    private String event() {
        return "/api/events/" + show.id();
    }
}
