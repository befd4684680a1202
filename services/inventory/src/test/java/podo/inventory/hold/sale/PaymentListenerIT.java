package podo.inventory.hold.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentMessage;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.SeatTruth;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.TooManySeats;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.TestKafka;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

@InventoryIT
@Import({RecordedInventoryMessages.class, SeatTruth.class})
class PaymentListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener hearing;

    @Autowired
    private RecordedInventoryMessages messages;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private TestHalls halls;

    private final TestKafka payment = new TestKafka("payment");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Clock clock;

    private final String order = "podo-" + UUID.randomUUID().toString().substring(0, 20);
    private long event;
    private List<Long> seats;

    @BeforeEach
    void openHall() {
        event = halls.open(2, 10);
        seats = TestHalls.seats(event, 1, 2);
    }

    @Test
    void paidSeatsAreSoldAndTheOthersHearOfIt() {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seats));
        lifecycle.pin(hold.id());
        say(paid(hold));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order))
                        .containsExactly(new SeatsSold(event, hold.id(), order, seats)));
        assertThat(status(0)).isEqualTo("S");
    }

    @Test
    void aPaymentThatAnotherServiceForgesIsRefusedAndChangesNothing() {
        Hold unpaid = desk.hold(TestHoldRequests.byNewFan(event, seats));
        for (String account : List.of("event", "inventory", "reservation")) {
            TestKafka forger = new TestKafka(account);
            assertThatThrownBy(() -> say(forger, paid(unpaid)))
                    .as(account)
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }

        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 3)));
        say(paid(hold));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order)).isNotEmpty());
        assertThat(messages.about(order)).containsExactly(new SeatsSold(event, hold.id(), order, hold.seatIds()));
        assertThat(status(0)).isEqualTo("H");
    }

    @Test
    void hearingOfAPaymentTwiceSellsOnce() {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seats));
        hearing.approved(paid(hold));
        hearing.approved(paid(hold));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order)).isNotEmpty());
        assertThat(messages.about(order)).containsExactly(new SeatsSold(event, hold.id(), order, seats));
    }

    @Test
    void aLapsedHoldIsSoldWhenNobodyTookItsSeats() {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seats));
        letLapse(hold);
        hearing.approved(paid(hold));

        assertThat(status(0)).isEqualTo("S");
    }

    @Test
    void aPaymentThatComesTooLateIsSaidToBeLostOnce() {
        Hold late = desk.hold(TestHoldRequests.byNewFan(event, seats));
        letLapse(late);
        Hold faster = desk.hold(TestHoldRequests.byNewFan(event, List.of(seats.get(1))));

        hearing.approved(paid(late));
        hearing.approved(paid(late));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order))
                        .containsExactly(new SeatsLost(event, late.id(), order, seats)));
        assertThat(truth.seats(event).get(seats.get(1)).holdId()).isEqualTo(faster.id());
        assertThat(status(0)).isEqualTo("A");
    }

    @Test
    void refundedSeatsComeBackOnceAndNotAllAtOneMoment() {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seats));
        hearing.approved(paid(hold));
        PaymentCancelled one = refunded(hold, "c-1-" + order, List.of(seats.get(0)));
        hearing.cancelled(one);
        hearing.cancelled(one);

        assertThat(status(0)).isEqualTo("H");
        assertThat(truth.seats(event).get(seats.get(0)).holdId()).isNull();
        assertThat(status(1)).isEqualTo("S");
        jdbc.sql("UPDATE returning_seat SET out_at = ? WHERE seat_id = ?")
                .params(past(), seats.get(0))
                .update();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status(0)).isEqualTo("A"));

        hearing.cancelled(refunded(hold, "c-2-" + order, seats));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order))
                        .containsExactly(
                                new SeatsSold(event, hold.id(), order, seats),
                                new SeatsReturned(event, hold.id(), order, List.of(seats.get(0))),
                                new SeatsReturned(event, hold.id(), order, List.of(seats.get(1)))));
    }

    @Test
    void refundedSeatsGoOutAtRandomMomentsWithinAMinuteAfterTheHeadStart() {
        Set<Instant> moments = new HashSet<>();
        for (int i = 1; i <= 10; i++) {
            Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, i)));
            String its = order + "-" + i;
            hearing.approved(new PaymentApproved(
                    its, "reservation", hold.id(), event, hold.fanId(), hold.seatIds(), hold.total(), Instant.now()));
            Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            hearing.cancelled(
                    new PaymentCancelled("c-" + its, its, "reservation", hold.id(), event, hold.seatIds(), 1, 0));
            Instant after = clock.instant();

            Instant out = outAt(hold.seatIds().getFirst());
            assertThat(out).isBetween(before.plusSeconds(10), after.plusSeconds(60));
            moments.add(out);
        }
        // two of the random times may be equal
        assertThat(moments).hasSizeGreaterThan(8);
        assertThat(Duration.between(Collections.min(moments), Collections.max(moments)))
                .as("they are spread")
                .isGreaterThan(Duration.ofSeconds(5));
    }

    /** When the seat becomes available, by returning_seat and by the seat itself. */
    private Instant outAt(long seat) {
        Instant announced = jdbc.sql("SELECT out_at FROM returning_seat WHERE seat_id = ?")
                .param(seat)
                .query((row, n) -> Utc.instant(row, "out_at"))
                .single();
        assertThat(jdbc.sql("SELECT held_until FROM seat WHERE id = ? AND status = 'H' AND hold_id IS NULL")
                        .param(seat)
                        .query((row, n) -> Utc.instant(row, "held_until"))
                        .single())
                .isEqualTo(announced);
        return announced;
    }

    @Test
    void aFanWhoGaveSeatsBackMayHoldOthers() {
        long fan = Api.newFan();
        List<Long> four = TestHalls.seats(event, 1, 2, 3, 4);
        Hold hold = desk.hold(TestHoldRequests.of(fan, event, four, null));
        hearing.approved(paid(hold));
        hearing.cancelled(refunded(hold, "c-" + order, List.of(four.get(0), four.get(1))));

        assertThat(desk.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 11, 12), null))
                        .seatIds())
                .hasSize(2);
    }

    @Test
    void aFanIsNotAllowedMoreSeatsWhileAPaymentIsInTheAir() {
        long fan = Api.newFan();
        Hold hold = desk.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 1, 2, 3, 4), null));
        lifecycle.pin(hold.id());
        letLapse(hold);

        HoldRequest more = TestHoldRequests.of(fan, event, TestHalls.seats(event, 11), null);
        assertThatThrownBy(() -> desk.hold(more)).isInstanceOf(TooManySeats.class);
        lifecycle.unpin(hold.id());
        assertThat(desk.hold(more).seatIds()).hasSize(1);
    }

    @Test
    void aLapsedHoldFreesItsSeatsByItself() {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seats));
        letLapse(hold);

        assertThat(desk.hold(TestHoldRequests.byNewFan(event, List.of(seats.get(0))))
                        .seatIds())
                .hasSize(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status(1)).isEqualTo("A"));
        assertThat(lifecycle.find(hold.id()).status()).isEqualTo(Hold.Status.LAPSED);
    }

    private void letLapse(Hold hold) {
        jdbc.sql("UPDATE seat SET held_until = ? WHERE hold_id = ?")
                .params(past(), hold.id())
                .update();
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ?")
                .params(past(), hold.id())
                .update();
        redis.delete(SeatChangePublisher.marksKey(event));
    }

    private static LocalDateTime past() {
        return Utc.millis(Instant.now().minusSeconds(5));
    }

    private PaymentApproved paid(Hold hold) {
        return new PaymentApproved(
                order, "reservation", hold.id(), event, hold.fanId(), hold.seatIds(), hold.total(), Instant.now());
    }

    private PaymentCancelled refunded(Hold hold, String cancellation, List<Long> back) {
        return new PaymentCancelled(cancellation, order, "reservation", hold.id(), event, back, 1, 0);
    }

    private void say(PaymentMessage message) {
        say(payment, message);
    }

    private static void say(TestKafka kafka, PaymentMessage message) {
        kafka.send(
                PaymentMessage.TOPIC,
                message.key(),
                message.getClass().getSimpleName(),
                JsonMapper.shared().writeValueAsString(message));
    }

    private String status(int i) {
        return truth.seats(event).get(seats.get(i)).status();
    }
}
