package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.reservation.BookingCancelled;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.jdbc.Utc;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seat that is offered back ends as one sale and one refund, or as nothing; the inventory is a stand-in that answers as it would. */
@TestPropertySource(properties = "podo.give-back.every=200ms")
class GiveBackFlowIT extends BookingFixture {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final long first = fan + 1;
    private final long second = fan + 2;
    private final Fan door = Fan.of(fan + 5, Role.DOOR);

    private Held giver;
    private String reservation;
    private long seat;

    @BeforeEach
    void buyTwoSeats() {
        inventory.stubGiveBacks();
        publish(Instant.now().plus(Duration.ofHours(1)), new RefundFee(1_000, 10));
        giver = inventory.createHold(event, fan, 2);
        reservation = buy(giver);
        seat = giver.seatIds().getFirst();
    }

    @Test
    void theLowestNumberIsOfferedTheSeatFirstAndTheSaleEndsTheGiversTicketWithoutAFee() {
        ask(first, null);
        ask(second, 7L);
        String id = offer();
        JsonNode offered = awaitOffer(second);
        assertThat(offered.path("price").asLong()).isEqualTo(giver.price(seat));
        assertThat(offered.path("seat").path("id").asLong()).isEqualTo(seat);
        assertThat(offers(first)).isEmpty();
        assertThat(own(id).path("state").asString()).isEqualTo("OFFERED");
        assertThat(ticketStatuses(reservation)).containsExactly("VALID", "VALID");

        Held bought = inventory.offered(offered.path("holdId").asString(), event, second, seat, id);
        String theirs = openBooking(bought);
        for (int times = 0; times < 3; times++) {
            kafka().send(approved(bought));
            kafka().send(sold(bought));
        }
        awaitStatus(theirs, second, "CONFIRMED");

        assertThat(own(id).path("endedBecause").asString()).isEqualTo("SOLD");
        assertThat(ticketStatuses(reservation)).containsExactlyInAnyOrder("VALID", "CANCELLED");
        await().atMost(SOON)
                .until(() -> !kafka().cancellationsOf(orderOf(giver)).isEmpty());
        assertThat(kafka().cancellationsOf(orderOf(giver))).singleElement().satisfies(asked -> {
            assertThat(asked.seatIds()).containsExactly(seat);
            assertThat(asked.refundAmount()).isEqualTo(giver.price(seat));
            assertThat(asked.fee()).isZero();
        });
        assertThat(find(reservation).text("status")).isEqualTo("CONFIRMED");
        assertThat(offers(second)).isEmpty();
        assertThat(withdraw(id, fan).problem()).isEqualTo("seat-passed-on");
        BookingCancelled refund = kafka().cancellationsOf(orderOf(giver)).getFirst();
        kafka().send(refunded(giver, refund.cancellationId(), refund.seatIds(), refund.refundAmount()));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(find(reservation).body().path("seats").toString())
                                .contains("REFUNDED"));
    }

    @Test
    void theLastSeatOfAnOrderEndsIt() {
        ask(first, 1L);
        Held one = inventory.createHold(event, fan, 1);
        String order = buy(one);
        String id = offer(order, one.seatIds()).body().path(0).path("id").asString();
        JsonNode offered = awaitOffer(first);
        Held bought = inventory.offered(
                offered.path("holdId").asString(), event, first, one.seatIds().getFirst(), id);
        openBooking(bought);
        kafka().send(sold(bought));
        awaitStatus(order, fan, "CANCELLED");
        assertThat(find(order).text("endedBecause")).isEqualTo("GIVEN_BACK");
    }

    @Test
    void anOfferThatLapsesOrIsDeclinedGoesToTheNext() {
        ask(first, 1L);
        ask(second, 2L);
        String id = offer();
        String holdId = awaitOffer(first).path("holdId").asString();
        Held lapsed = inventory.offered(holdId, event, first, seat, id);
        inventory.stubHold(lapsed, "LAPSED", Instant.now().minusSeconds(1));
        assertThat(awaitOffer(second).path("holdId").asString()).isNotEqualTo(holdId);
        assertThat(offers(first)).isEmpty();
    }

    @Test
    void whoAskedAfterwardsIsOfferedTheSeatToo() {
        offer();
        ask(first, null);
        awaitOffer(first);
    }

    @Test
    void theGiverIsNotOfferedTheOwnSeatAndNobodyTwoAtOnce() {
        ask(fan, 1L);
        ask(first, 2L);
        assertThat(offer(reservation, giver.seatIds()).status()).isEqualTo(201);
        awaitOffer(first);
        ask(second, 3L);
        awaitOffer(second);
        assertThat(offers(fan)).isEmpty();
        assertThat(offers(first)).hasSize(1);
    }

    @Test
    void whoHasAsManySeatsAsTheEventAllowsIsPassedOver() {
        ask(first, 1L);
        ask(second, 2L);
        String id = offerWithClaims("TOO_MANY_SEATS");
        await().atMost(SOON).until(() -> ended("NOT_POSSIBLE", id) == 2);
        assertThat(offers(first)).isEmpty();
        assertThat(own(id).path("state").asString()).isEqualTo("WAITING");
    }

    /** The stand-in answers by address, so the give-back is written before it is offered. */
    private String offerWithClaims(String result) {
        String id = offer();
        inventory.stubClaim(id, result);
        jdbc.sql("UPDATE seat_wish SET told_at = NULL WHERE event_id = ?")
                .param(event)
                .update();
        jdbc.sql(
                        "UPDATE give_back_offer SET ended_at = ?, live_give_back = NULL, live_fan = NULL WHERE give_back_id = ?")
                .params(Utc.millis(Instant.now()), id)
                .update();
        return id;
    }

    private int ended(String end, String giveBackId) {
        return jdbc.sql("SELECT COUNT(DISTINCT fan_id) FROM give_back_offer WHERE give_back_id = ? AND end_reason = ?")
                .params(giveBackId, end)
                .query(Integer.class)
                .single();
    }

    @Test
    void theGiverKeepsTheSeatUntilSomebodyPaysForIt() {
        ask(first, 1L);
        String id = offer();
        awaitOffer(first);
        inventory.stubWithdrawal(id, "PAYMENT_RUNNING");
        assertThat(withdraw(id, fan).problem()).isEqualTo("payment-running");
        inventory.stubWithdrawal(id, "SOLD");
        assertThat(withdraw(id, fan).problem()).isEqualTo("seat-passed-on");
        assertThat(cancel(reservation, List.of(seat)).problem()).isEqualTo("seat-passed-on");
        inventory.stubWithdrawal(id, "WITHDRAWN");
        assertThat(withdraw(id, first).status()).isEqualTo(404);
        assertThat(withdraw(id, fan).status()).isEqualTo(204);
        assertThat(withdraw(id, fan).status()).isEqualTo(204);
        assertThat(own(id).path("endedBecause").asString()).isEqualTo("WITHDRAWN");
        assertThat(offers(first)).isEmpty();
        assertThat(ticketStatuses(reservation)).containsExactly("VALID", "VALID");
    }

    @Test
    void aSeatIsOfferedOnceHoweverOftenItIsAskedFor() {
        String id = offer();
        assertThat(offer()).isEqualTo(id);
        withdraw(id, fan);
        assertThat(offer()).isNotEqualTo(id);
    }

    @Test
    void onlyOwnPaidUnusedSeatsCanBeOffered() {
        assertThat(offer(reservation, List.of(seat, 1L)).status()).isEqualTo(404);
        assertThat(post("/api/reservations/" + reservation + "/give-backs", Map.of("seatIds", List.of(seat)), first)
                        .status())
                .isEqualTo(404);
        assertThat(offer(reservation, List.of()).status()).isEqualTo(400);
        assertThat(offer("no-such", List.of(seat)).status()).isEqualTo(404);
        cancel(reservation, List.of(seat));
        assertThat(offer(reservation, List.of(seat)).problem()).isEqualTo("not-offerable");
        Held unpaid = inventory.createHold(event, fan, 1);
        assertThat(offer(openBooking(unpaid), unpaid.seatIds()).problem()).isEqualTo("not-offerable");
        long other = giver.seatIds().getLast();
        assertThat(checkIn(other)).isEqualTo("VALID");
        assertThat(offer(reservation, List.of(other)).problem()).isEqualTo("not-offerable");
    }

    @Test
    void atTheDoorAnOfferEndsAndTheTicketLetsIn() {
        ask(first, 1L);
        String id = offer();
        awaitOffer(first);
        assertThat(checkIn(seat)).isEqualTo("VALID");
        assertThat(own(id).path("endedBecause").asString()).isEqualTo("CHECKED_IN");
        assertThat(offers(first)).isEmpty();
    }

    /** Nobody has booked the seat, so nobody can have paid for it; whoever it was offered to is refused from then on. */
    @Test
    void atTheDoorATicketThatWasOfferedLetsInWhileTheInventoryIsAway() {
        ask(first, 1L);
        String id = offer();
        JsonNode offered = awaitOffer(first);
        Held held = inventory.offered(offered.path("holdId").asString(), event, first, seat, id);
        inventory.stubWithdrawalUnavailable(id);

        assertThat(checkIn(seat)).isEqualTo("VALID");
        assertThat(own(id).path("endedBecause").asString()).isEqualTo("CHECKED_IN");
        assertThat(offers(first)).isEmpty();
        Reply late = post("/api/reservations", Map.of("holdId", held.id()), first);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("hold-lapsed");

        inventory.stubWithdrawal(id, "WITHDRAWN");
        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT settled FROM give_back WHERE id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single());
    }

    /** Somebody may have paid: only the inventory knows, and nobody is let in twice. */
    @Test
    void atTheDoorATicketWhoseSeatIsBookedByAnotherWaitsForTheInventory() {
        ask(first, 1L);
        String id = offer();
        JsonNode offered = awaitOffer(first);
        openBooking(inventory.offered(offered.path("holdId").asString(), event, first, seat, id));
        inventory.stubWithdrawalUnavailable(id);
        assertThat(scan(seat).status()).isEqualTo(503);
        inventory.stubWithdrawal(id, "SOLD");
        assertThat(checkIn(seat)).isEqualTo("REFUNDED");
    }

    @Test
    void aBookingAndTheDoorAtOnceNeverBothGetTheSeat() throws Exception {
        for (int round = 0; round < 8; round++) {
            Held one = inventory.createHold(event, fan, 1);
            String order = buy(one);
            long theirs = fan + 100 + round;
            ask(theirs, 1L);
            String id = offer(order, one.seatIds()).body().path(0).path("id").asString();
            Held held = inventory.offered(
                    awaitOffer(theirs).path("holdId").asString(),
                    event,
                    theirs,
                    one.seatIds().getFirst(),
                    id);
            inventory.stubWithdrawalUnavailable(id);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var booking = threads.submit(() -> post("/api/reservations", Map.of("holdId", held.id()), theirs)
                        .status());
                var door = threads.submit(() -> scan(order, one.seatIds().getFirst()));
                boolean booked = booking.get() == 201;
                boolean in = door.get().status() == 200;
                assertThat(booked).isNotEqualTo(in);
                assertThat(in || door.get().status() == 503).isTrue();
            }
        }
    }

    @Test
    void atTheDoorASeatThatWasSoldAMomentAgoLetsNobodyIn() {
        ask(first, 1L);
        String id = offer();
        awaitOffer(first);
        inventory.stubWithdrawal(id, "SOLD");
        assertThat(checkIn(seat)).isEqualTo("REFUNDED");
        assertThat(checkIn(giver.seatIds().getLast())).isEqualTo("VALID");
    }

    @Test
    void aCancellationEndsTheOfferAndALaterSaleRefundsNothingMore() {
        ask(first, 1L);
        String id = offer();
        JsonNode offered = awaitOffer(first);
        Held bought = inventory.offered(offered.path("holdId").asString(), event, first, seat, id);
        String theirs = openBooking(bought);
        assertThat(cancel(reservation, List.of(seat)).status()).isEqualTo(202);
        assertThat(own(id).path("endedBecause").asString()).isEqualTo("REFUNDED");

        kafka().send(sold(bought)); // as if the inventory had sold it before it heard of the end
        awaitStatus(theirs, first, "CONFIRMED");
        buy(inventory.createHold(event, fan, 1));
        assertThat(kafka().cancellationsOf(orderOf(giver))).hasSize(1);
    }

    @Test
    void aCancelledShowEndsEveryOffer() {
        ask(first, 1L);
        String id = offer();
        awaitOffer(first);
        kafka().send(new EventCancelled(event, "the artist is ill"));
        await().atMost(SOON).until(() -> own(id).path("endedBecause").asString().equals("EVENT_CANCELLED"));
        awaitStatus(reservation, fan, "CANCELLED");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(kafka().cancellationsOf(orderOf(giver))).hasSize(1));
    }

    @Test
    void itEndsWithTheSale() {
        String id = offer();
        jdbc.sql("UPDATE known_show SET sales_end_at = ? WHERE event_id = ?")
                .params(Utc.millis(Instant.now()), event)
                .update();
        await().atMost(SOON).until(() -> own(id).path("endedBecause").asString().equals("TIME_OVER"));
        assertThat(offer(reservation, List.of(seat)).problem()).isEqualTo("not-offerable");
    }

    private void ask(long who, @Nullable Long number) {
        jdbc.sql("REPLACE INTO seat_wish (event_id, fan_id, number, asked_at) VALUES (?, ?, ?, ?)")
                .params(event, who, number == null ? Long.MAX_VALUE : number, Utc.millis(Instant.now()))
                .update();
    }

    private String offer() {
        Reply offered = offer(reservation, List.of(seat));
        assertThat(offered.status()).as("%s", offered.body()).isEqualTo(201);
        return offered.body().path(0).path("id").asString();
    }

    private Reply offer(String id, List<Long> seats) {
        return post("/api/reservations/" + id + "/give-backs", Map.of("seatIds", seats), fan);
    }

    private Reply withdraw(String id, long who) {
        return send(HttpRequest.newBuilder(at("/api/give-backs/" + id)).DELETE(), who);
    }

    private JsonNode own(String id) {
        return get("/api/give-backs", fan)
                .body()
                .path("giveBacks")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> offers(long who) {
        return get("/api/give-backs", who)
                .body()
                .path("offers")
                .valueStream()
                .filter(one -> one.path("event").path("id").asLong() == event)
                .toList();
    }

    private JsonNode awaitOffer(long who) {
        await().atMost(SOON).until(() -> !offers(who).isEmpty());
        return offers(who).getFirst();
    }

    private String checkIn(long seatId) {
        return scan(seatId).text("result");
    }

    private Reply scan(long seatId) {
        return scan(reservation, seatId);
    }

    private Reply scan(String booking, long seatId) {
        long ticket = jdbc.sql("SELECT id FROM ticket WHERE booking_id = ? AND seat_id = ?")
                .params(booking, seatId)
                .query(Long.class)
                .single();
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/api/checkins"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("ticketId", ticket, "gate", "A"))));
        return sendAs(request, door);
    }
}
