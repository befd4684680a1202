package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentUnknown;
import podo.contracts.reservation.BookingCancelled;
import podo.reservation.booking.InventoryStub.Held;

class CancelTransactionIT extends BookingFixture {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NEXT_YEAR = Instant.now().plus(Duration.ofDays(365));
    private static final RefundFee TENTH = new RefundFee(1_000, 10);

    @Test
    void aPaidBookingHasOneTicketPerSeatThoughTheSaleIsHeardThreeTimes() {
        Held held = inventory.createHold(event, fan, 3);
        String id = openBooking(held);
        kafka().send(sold(held));
        kafka().send(approved(held));
        kafka().send(sold(held));
        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(id, fan, "CONFIRMED");

        Held marker = inventory.createHold(event, fan, 1);
        buy(marker);
        assertThat(ticketStatuses(id)).containsExactly("VALID", "VALID", "VALID");
        assertThat(get("/api/tickets", fan)
                        .body()
                        .valueStream()
                        .map(ticket -> ticket.path("shortCode").asString())
                        .distinct())
                .hasSize(4)
                .allSatisfy(code -> assertThat(code).matches("PODO(-[0-9A-HJKMNP-TV-Z]{4}){4}"));
        assertThat(get("/api/tickets", fan + 1).body()).isEmpty();
    }

    @Test
    void aPaidBookingGoesBackByWayOfTheBank() {
        publish(NEXT_YEAR, TENTH);
        Held held = inventory.createHold(event, fan, 2);
        String id = buy(held);

        Reply cancelled = cancel(id, null);

        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancel(id, null).status()).isEqualTo(202);
        assertThat(cancel(id, List.of(held.seatIds().getFirst())).status()).isEqualTo(202);
        assertThat(ticketStatuses(id)).containsOnly("CANCELLED");
        BookingCancelled asked = theOnlyCancellation(held);
        assertThat(asked.refundAmount()).isEqualTo(27_000);
        assertThat(asked.fee()).isEqualTo(3_000);
        assertThat(asked.seatIds()).isEqualTo(held.seatIds());

        kafka().send(refunded(held, asked.cancellationId(), asked.seatIds(), 27_000));
        kafka().send(refunded(held, asked.cancellationId(), asked.seatIds(), 27_000));
        awaitStatus(id, fan, "REFUNDED");
        kafka().send(sold(held));
        assertThat(cancel(id, null).status()).isEqualTo(200);
        assertThat(refundDone(asked)).isTrue();
        assertThat(ticketStatuses(id)).containsOnly("CANCELLED");
        assertThat(inventory.releases(held)).isEmpty();
    }

    @Test
    void seatsGoBackOneByOneAndAddUp() {
        publish(NEXT_YEAR, TENTH);
        Held held = inventory.createHold(event, fan, 3);
        String id = buy(held);
        long preview = 0;
        long fees = 0;
        for (long seat : held.seatIds()) {
            Reply promised = get("/api/reservations/" + id + "/refund?seatIds=" + seat, fan);
            preview += promised.body().path("refund").asLong();
            fees += promised.body().path("fee").asLong();
            assertThat(promised.body().path("feePercent").asInt()).isEqualTo(10);
            Reply given = cancel(id, List.of(seat));
            assertThat(given.status()).isEqualTo(202);
            assertThat(given.text("status")).isEqualTo(seat == held.seatIds().getLast() ? "CANCELLED" : "CONFIRMED");
        }
        await().atMost(SOON).until(() -> asked(held).size() == 3);
        assertThat(asked(held).stream()
                        .mapToLong(BookingCancelled::refundAmount)
                        .sum())
                .isEqualTo(preview);
        assertThat(preview + fees).isEqualTo(held.total());

        for (BookingCancelled asked : asked(held).reversed()) {
            kafka().send(refunded(held, asked.cancellationId(), asked.seatIds(), asked.refundAmount()));
        }
        awaitStatus(id, fan, "REFUNDED");
    }

    @Test
    void theOtherSeatsOfABookingStayTheFans() {
        publish(NEXT_YEAR);
        Held held = inventory.createHold(event, fan, 2);
        String id = buy(held);
        long back = held.seatIds().getFirst();
        Reply given = cancel(id, List.of(back, back));
        assertThat(given.body().path("seats").get(0).path("status").asString()).isEqualTo("GIVEN_BACK");
        assertThat(ticketStatuses(id)).containsExactlyInAnyOrder("VALID", "CANCELLED");
        BookingCancelled asked = theOnlyCancellation(held);
        kafka().send(refunded(held, asked.cancellationId(), asked.seatIds(), asked.refundAmount()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(id).body()
                                .path("seats")
                                .get(0)
                                .path("status")
                                .asString())
                        .isEqualTo("REFUNDED"));
        assertThat(find(id).text("status")).isEqualTo("CONFIRMED");
        assertThat(cancel(id, List.of(back)).status()).isEqualTo(200);
        assertThat(get("/api/reservations/" + id + "/refund", fan)
                        .body()
                        .path("seats")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void tenTabsGivingBackTheSameSeatsAskForTheMoneyOnce() throws Exception {
        publish(NEXT_YEAR);
        Held held = inventory.createHold(event, fan, 2);
        String id = buy(held);
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> answers = IntStream.range(0, 10)
                    .mapToObj(tab -> tabs.submit((Callable<Reply>) () -> cancel(
                            id,
                            tab % 2 == 0
                                    ? held.seatIds()
                                    : List.of(held.seatIds().get(1)))))
                    .toList();
            for (Future<Reply> answer : answers) {
                replies.add(answer.get());
            }
        }
        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202));
        await().atMost(SOON)
                .until(() -> asked(held).stream()
                                .mapToLong(BookingCancelled::refundAmount)
                                .sum()
                        == held.total());
        assertThat(jdbc.sql("SELECT SUM(refund_amount + fee) FROM cancellation WHERE booking_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(held.total());
    }

    @Test
    void anUnpaidBookingIsGivenUpAndItsSeatsAreFreeAtOnce() {
        Held held = inventory.createHold(event, fan, 2);
        String id = openBooking(held);
        assertThat(get("/api/reservations/" + id + "/refund", fan)
                        .body()
                        .path("refund")
                        .asLong())
                .isZero();
        assertThat(cancel(id, List.of(held.seatIds().getFirst())).problem()).isEqualTo("not-cancellable");
        assertThat(inventory.releases(held)).isEmpty();

        Reply cancelled = cancel(id, null);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(inventory.releases(held)).hasSize(1);
        assertThat(cancel(id, null).status()).isEqualTo(200);
        assertThat(asked(held)).isEmpty();
        assertThat(find(id).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void nothingIsGivenUpWhileTheBankIsAsked() {
        Held pinned = inventory.createHold(event, fan, 1);
        String id = openBooking(pinned);
        inventory.stubReleaseRefused(pinned);
        assertThat(cancel(id, null).problem()).isEqualTo("payment-running");
        assertThat(find(id).text("status")).isEqualTo("PENDING");

        kafka().send(new PaymentUnknown(orderOf(pinned), id, pinned.id()));
        awaitStatus(id, fan, "CHECKING");
        Reply refused = cancel(id, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("payment-running");
        assertThat(get("/api/reservations/" + id + "/refund", fan).problem()).isEqualTo("payment-running");
        assertThat(inventory.releases(pinned)).hasSize(1);

        kafka().send(new PaymentFailed(orderOf(pinned), id, pinned.id(), "REJECT_CARD_COMPANY"));
        awaitStatus(id, fan, "PENDING");
    }

    @Test
    void moneyThatComesAfterGivingUpIsNotForgotten() {
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        cancel(id, null);
        kafka().send(approved(held));
        awaitStatus(id, fan, "CHECKING");
        kafka().send(new SeatsLost(event, held.id(), orderOf(held), held.seatIds()));
        awaitStatus(id, fan, "CANCELLED");
        kafka().send(refunded(held, "lost-" + orderOf(held), held.seatIds(), held.total()));
        awaitStatus(id, fan, "REFUNDED");
        assertThat(ticketStatuses(id)).isEmpty();
        assertThat(asked(held)).isEmpty();
    }

    @Test
    void aRefundOfNoSeatsKeepsNobodyWaiting() {
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        kafka().send(refunded(held, "vain", List.of(), 0));
        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(id, fan, "CONFIRMED");
    }

    @Test
    void seatsOfAnotherBookingAreNotThere() {
        publish(NEXT_YEAR);
        Held held = inventory.createHold(event, fan, 1);
        Held another = inventory.createHold(event, fan, 1);
        String id = buy(held);
        String other = buy(another);
        List<Long> mixed = List.of(held.seatIds().getFirst(), another.seatIds().getFirst());
        assertThat(cancel(id, another.seatIds()).status()).isEqualTo(404);
        assertThat(cancel(id, mixed).status()).isEqualTo(404);
        assertThat(get(
                                "/api/reservations/" + id + "/refund?seatIds="
                                        + another.seatIds().getFirst(),
                                fan)
                        .status())
                .isEqualTo(404);
        assertThat(find(id).text("status")).isEqualTo("CONFIRMED");
        assertThat(find(other).text("status")).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"seatIds\":[]}",
                "{\"seatIds\":[null]}",
                "{\"seatIds\":\"all\"}",
                "{\"seatIds\":[\"x\"]}"
            })
    void aWishThatMakesNoSenseIsRefusedInWords(String body) {
        String id = openBooking(inventory.createHold(event, fan, 1));
        Reply refused = post("/api/reservations/" + id + "/cancel", body, fan);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
        assertThat(refused.problem()).isIn("invalid", "malformed");
        assertThat(get("/api/reservations/" + id + "/refund?seatIds=x", fan).status())
                .isEqualTo(400);
        assertThat(cancel(id, List.of(-1L)).status()).isEqualTo(404);
        assertThat(find(id).text("status")).isEqualTo("PENDING");
    }

    @Test
    void aCancelWithAKeyIsOneCancel() {
        publish(NEXT_YEAR);
        Held held = inventory.createHold(event, fan, 1);
        String id = buy(held);
        String key = UUID.randomUUID().toString();
        String path = "/api/reservations/" + id + "/cancel";
        assertThat(post(path, "", fan, "Idempotency-Key", key).status()).isEqualTo(202);
        BookingCancelled asked = theOnlyCancellation(held);
        kafka().send(refunded(held, asked.cancellationId(), asked.seatIds(), asked.refundAmount()));
        awaitStatus(id, fan, "REFUNDED");
        Reply done = post(path, "", fan, "Idempotency-Key", key);
        assertThat(done.status()).as("202 decides nothing and is asked anew").isEqualTo(200);
        assertThat(post(path, "", fan, "Idempotency-Key", key).replayed()).isTrue();
    }

    @Test
    void onceTheShowHasBegunNothingGoesBack() {
        publish(Instant.now().minusSeconds(60));
        Held held = inventory.createHold(event, fan, 1);
        String id = buy(held);
        assertThat(cancel(id, null).problem()).isEqualTo("not-cancellable");
        assertThat(get("/api/reservations/" + id + "/refund", fan).problem()).isEqualTo("not-cancellable");
        assertThat(ticketStatuses(id)).containsExactly("VALID");
    }

    @Test
    void everyBuyerOfACancelledShowGetsAllBackAlsoThoseWhoWereStillPaying() {
        publish(NEXT_YEAR, TENTH);
        List<Held> buyers = IntStream.range(0, 5)
                .mapToObj(i -> inventory.createHold(event, fan + i, 2))
                .toList();
        buyers.forEach(this::buy);
        long early = buyers.getFirst().seatIds().getFirst();
        cancel(bookingOf(buyers.getFirst()), List.of(early));
        Held paying = inventory.createHold(event, fan + 9, 1);
        openBooking(paying);
        kafka().send(approved(paying));
        String unpaid = openBooking(inventory.createHold(event, fan, 1));

        kafka().send(new EventCancelled(event, "태풍"));
        kafka().send(new EventCancelled(event, "태풍"));
        await().atMost(SOON).until(() -> buyers.stream().allMatch(held -> seatsAsked(held) == 2));
        kafka().send(sold(paying));
        await().atMost(SOON).until(() -> seatsAsked(paying) == 1);

        assertThat(asked(paying).getFirst().refundAmount()).isEqualTo(paying.total());
        assertThat(find(unpaid).text("status")).as("nobody offers to pay").isEqualTo("CANCELLED");
        assertThat(find(unpaid).text("endedBecause")).isEqualTo("EVENT_CANCELLED");
        assertThat(get("/api/reservations", fan).body().valueStream())
                .as("the list says so too")
                .contains(find(unpaid).body());
        assertThat(find(bookingOf(buyers.getFirst())).body().path("refunded").asLong())
                .isEqualTo(buyers.getFirst().total() - 1_000);
        for (Held held : buyers.subList(1, 5)) {
            assertThat(theOnlyCancellation(held).refundAmount()).isEqualTo(held.total());
            assertThat(theOnlyCancellation(held).fee()).isZero();
        }
        for (BookingCancelled asked : asked(buyers.getFirst())) {
            assertThat(asked.fee())
                    .as("what was given back before keeps its fee")
                    .isEqualTo(asked.seatIds().contains(early) ? 1_000 : 0);
            kafka().send(refunded(buyers.getFirst(), asked.cancellationId(), asked.seatIds(), asked.refundAmount()));
        }
        awaitStatus(bookingOf(buyers.getFirst()), fan, "REFUNDED");
    }

    @Test
    void aCancelledShowStaysCancelledWhenItsPublicationComesLate() {
        kafka().send(new EventCancelled(event, "태풍"));
        kafka().send(new EventPublished(event, show(NEXT_YEAR)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shows.find(event)).hasValueSatisfying(show -> {
                    assertThat(show.title()).isEqualTo("달빛 콘서트");
                    assertThat(show.cancelled()).isTrue();
                }));
    }

    private List<BookingCancelled> asked(Held held) {
        return kafka().cancellationsOf(orderOf(held));
    }

    private long seatsAsked(Held held) {
        return asked(held).stream()
                .mapToLong(message -> message.seatIds().size())
                .sum();
    }

    private BookingCancelled theOnlyCancellation(Held held) {
        await().atMost(SOON).until(() -> !asked(held).isEmpty());
        assertThat(asked(held)).hasSize(1);
        return asked(held).getFirst();
    }

    private boolean refundDone(BookingCancelled asked) {
        return jdbc.sql("SELECT refunded FROM cancellation WHERE id = ?")
                .param(asked.cancellationId())
                .query(Boolean.class)
                .single();
    }

    private String bookingOf(Held held) {
        return jdbc.sql("SELECT id FROM booking WHERE hold_id = ?")
                .param(held.id())
                .query(String.class)
                .single();
    }
}
