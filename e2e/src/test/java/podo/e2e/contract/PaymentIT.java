package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentIT {

    private Show show;
    private Fan fan;

    @BeforeAll
    void open() {
        show = Show.onSale(8, 10);
    }

    @BeforeEach
    void arrive() {
        fan = Fan.fresh();
    }

    @Test
    void oneFanBuysTwoTickets() {
        List<Long> seats = free(2);
        Answer reservation = reserve(seats);
        assertThat(reservation.string("status")).isEqualTo("PENDING");
        assertThat(reservation.json("amount").asLong()).isEqualTo(2L * Show.PRICE);
        assertThat(reservation.json("seats").size()).isEqualTo(2);
        assertThat(reservation.json().has("expiresAt")).isTrue();

        Answer paid = fan.pay(reservation).isOneOf(200, 202);
        assertThat(paid.string("orderId")).isEqualTo(reservation.string("orderId"));
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        assertThat(payment(reservation).string("status")).isEqualTo("PAID");
        assertThat(fan.status(show.id(), seats.getFirst())).isEqualTo("SOLD");
        List<JsonNode> tickets = tickets(fan);
        assertThat(tickets).hasSize(2).allSatisfy(ticket -> {
            assertThat(ticket.path("event").path("title").asString()).isEqualTo(show.title());
            assertThat(ticket.path("code").asString()).isNotBlank();
            assertThat(ticket.path("status").asString()).isNotBlank();
        });
        assertThat(fan.api().get("/api/reservations").has(200).text()).contains(reservation.string("id"));
    }

    @Test
    void aChangedAmountIsRefusedAndTheRightOneStillWorks() {
        Answer reservation = reserve(free(1));
        String order = reservation.string("orderId");
        long amount = reservation.json("amount").asLong();
        fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201);
        String cheap = Bank.approve(order, 100);
        fan.confirm(cheap, order, 100).refuses(400, "amount-mismatch");
        fan.confirm(cheap, order, amount + 1).refuses(400, "amount-mismatch");
        fan.confirm(cheap, order, -1).refuses(400);
        assertThat(fan.reservation(reservation.string("id")).string("status")).isEqualTo("PENDING");
        fan.confirm(Bank.approve(order, amount), order, amount).isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
    }

    @Test
    void aDeclinedCardSaysWhyAndAnotherOneMayBeTried() {
        Answer reservation = reserve(free(1));
        String order = reservation.string("orderId");
        long amount = reservation.json("amount").asLong();
        fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201);
        Answer declined =
                declined(fan.confirm(Bank.decline(order, amount, "REJECT_CARD_COMPANY"), order, amount), order);
        assertThat(declined.text()).contains("REJECT_CARD_COMPANY");
        assertThat(tickets(fan)).isEmpty();
        declined(fan.confirm("tviva-never-issued-" + UUID.randomUUID(), order, amount), order);
        fan.confirm(Bank.approve(order, amount), order, amount).isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        assertThat(tickets(fan)).hasSize(1);
    }

    @Test
    void confirmingTwiceChargesOnce() {
        Answer reservation = reserve(free(1));
        String order = reservation.string("orderId");
        long amount = reservation.json("amount").asLong();
        fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201);
        String key = Bank.approve(order, amount);
        fan.confirm(key, order, amount).isOneOf(200, 202);
        fan.confirm(key, order, amount).isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        fan.confirm(key, order, amount).has(200);
        assertThat(tickets(fan)).hasSize(1);
        assertThat(payment(reservation).string("status")).isEqualTo("PAID");
    }

    @Test
    void whatIsNotYoursIsNotThere() {
        Answer reservation = reserve(free(1));
        String order = reservation.string("orderId");
        Fan stranger = Fan.fresh();
        stranger.api().get("/api/reservations/" + reservation.string("id")).refuses(404);
        stranger.api()
                .post("/api/reservations/" + reservation.string("id") + "/cancel")
                .refuses(404);
        stranger.api().get("/api/payments/" + order).refuses(404);
        stranger.api().post("/api/payments", Map.of("orderId", order)).refuses(404);
        stranger.confirm(Bank.approve(order, Show.PRICE), order, Show.PRICE).refuses(404);
        String hold =
                fan.hold(show.id(), fan.enter(show.id()), free(1)).has(201).string("holdId");
        stranger.api().post("/api/reservations", Map.of("holdId", hold)).refuses(404);
        assertThat(fan.reservation(reservation.string("id")).string("status")).isEqualTo("PENDING");
        Api.open().get("/api/tickets").refuses(401, "unauthorized");
        Api.open().get("/api/reservations").refuses(401, "unauthorized");
    }

    @Test
    void unknownIdsAndEmptyFieldsAreRefused() {
        fan.api()
                .post("/api/reservations", Map.of("holdId", UUID.randomUUID().toString()))
                .refuses(404);
        fan.api().post("/api/reservations", Map.of("holdId", "x")).isOneOf(400, 404);
        fan.api().post("/api/reservations", Map.of()).refuses(400);
        fan.api().get("/api/reservations/" + UUID.randomUUID()).refuses(404);
        fan.api().get("/api/reservations/x").refuses(404);
        fan.api()
                .post("/api/payments", Map.of("orderId", "podo-no-such-order-0000"))
                .refuses(404);
        fan.api().post("/api/payments", Map.of()).refuses(400);
        fan.api().get("/api/payments/podo-no-such-order-0000").refuses(404);
        fan.confirm("key", "podo-no-such-order-0000", 1000).refuses(404);
        fan.api().post("/api/payments/confirm", Map.of("orderId", "x")).refuses(400);
        fan.confirm("k".repeat(10_000), "podo-no-such-order-0000", 1000).refuses(400);
    }

    @Test
    void theSameReservationForTheSameHold() {
        String hold =
                fan.hold(show.id(), fan.enter(show.id()), free(1)).has(201).string("holdId");
        Api keyed = fan.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.post("/api/reservations", Map.of("holdId", hold)).has(201);
        Answer again = keyed.post("/api/reservations", Map.of("holdId", hold)).has(201);
        assertThat(again.string("id")).isEqualTo(first.string("id"));
    }

    @Test
    void aHoldThatIsGoneIsNotCharged() {
        String hold =
                fan.hold(show.id(), fan.enter(show.id()), free(1)).has(201).string("holdId");
        Answer reservation =
                fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
        String order = reservation.string("orderId");
        long amount = reservation.json("amount").asLong();
        fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201);
        String key = Bank.approve(order, amount);
        fan.api().delete("/api/holds/" + hold).has(204);
        fan.confirm(key, order, amount).refuses(409, "hold-lapsed");
        assertThat(payment(reservation).string("status")).isNotEqualTo("PAID");
        assertThat(tickets(fan)).isEmpty();
    }

    @Test
    void theBanksWebhookIsNeverBelieved() {
        Answer reservation = reserve(free(1));
        Map<String, Object> lie = Map.of(
                "eventType", "PAYMENT_STATUS_CHANGED",
                "createdAt", "2026-11-22T10:00:00.000000",
                "data",
                        Map.of(
                                "orderId",
                                reservation.string("orderId"),
                                "paymentKey",
                                "made-up",
                                "status",
                                "DONE",
                                "totalAmount",
                                reservation.json("amount").asLong()));
        Api.open().post("/api/payments/webhooks/toss", lie).has(200);
        await().during(Duration.ofSeconds(3))
                .atMost(Fan.SOON)
                .until(() -> fan.reservation(reservation.string("id"))
                        .string("status")
                        .equals("PENDING"));
        assertThat(tickets(fan)).isEmpty();
    }

    /** Asserts that the payment was declined: 402, or 202 while the bank is slow and then a status other than PAID. */
    private Answer declined(Answer answer, String order) {
        if (answer.isOneOf(402, 202).status() == 402) {
            return answer.refuses(402);
        }
        String payment = "/api/payments/" + order;
        await().atMost(Fan.SOON)
                .until(() -> !fan.api().get(payment).string("status").equals("CHECKING"));
        Answer failed = fan.api().get(payment).has(200);
        assertThat(failed.string("status")).isNotEqualTo("PAID");
        return failed;
    }

    private Answer payment(Answer reservation) {
        return fan.api().get("/api/payments/" + reservation.string("orderId")).isOneOf(200, 202);
    }

    private Answer reserve(List<Long> seats) {
        String hold = fan.hold(show.id(), fan.enter(show.id()), seats).has(201).string("holdId");
        return fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
    }

    private List<Long> free(int count) {
        return fan.freeSeats(show.id()).subList(0, count);
    }

    private static List<JsonNode> tickets(Fan fan) {
        JsonNode tickets = fan.api().get("/api/tickets").has(200).json();
        return StreamSupport.stream(tickets.spliterator(), false).toList();
    }
}
