package podo.inventory.hold.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.AreaTruth;
import podo.inventory.hold.AreaWish;
import podo.inventory.hold.Hold;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;

/** Places in standing areas are sold, refunded in part and audited like seats. */
@InventoryIT
@Import({RecordedInventoryMessages.class, AreaTruth.class})
class AreaSaleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private HoldDesk desk;

    @Autowired
    private PaymentListener hearing;

    @Autowired
    private RecordedInventoryMessages messages;

    @Autowired
    private AreaTruth truth;

    @Autowired
    private SeatAuditQuery audit;

    @Autowired
    private TestHalls halls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Clock clock;

    private final String order = "podo-" + UUID.randomUUID().toString().substring(0, 20);
    private long event;
    private long pit;

    @BeforeEach
    void openHall() {
        event = halls.openWithAreas(1, 10, 4, 5);
        pit = truth.areas(event).getFirst();
    }

    @Test
    void seatsAndPlacesOfOneOrderAreSoldInOneMessageHoweverOftenItIsHeard() {
        Hold hold = desk.hold(TestHoldRequests.mixed(
                Api.newFan(), event, TestHalls.seats(event, 3), List.of(new AreaWish(pit, 2)), null));
        hearing.approved(paid(hold));
        hearing.approved(paid(hold));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order))
                        .containsExactly(new SeatsSold(event, hold.id(), order, hold.ids())));
        assertThat(hold.ids()).hasSize(3);
        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(2, 0, 2);
    }

    @Test
    void aPartOfAnOrdersPlacesComesBackOnceAndAtItsTime() {
        Hold hold = held(4);
        hearing.approved(paid(hold));
        List<Long> back = hold.ids().subList(0, 3);
        hearing.cancelled(refunded(hold, "c-1", back));
        hearing.cancelled(refunded(hold, "c-1", back));

        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(4, 3, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(order))
                        .containsExactly(
                                new SeatsSold(event, hold.id(), order, hold.ids()),
                                new SeatsReturned(event, hold.id(), order, back)));
        jdbc.sql("UPDATE area_hold SET ends_at = ? WHERE area_id = ? AND hold_id IS NULL")
                .params(Utc.millis(clock.instant().minusSeconds(1)), pit)
                .update();
        redis.delete(SeatChangePublisher.marksKey(event));
        assertThat(held(4).ids()).hasSize(4);
        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(5, 4, 1);
    }

    @Test
    void aLapsedHoldIsSoldWhilePlacesAreLeftAndLostWhenNoneAre() {
        Hold late = held(3);
        letLapse(late);
        Hold faster = held(2);
        hearing.approved(paid(late));
        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(5, 2, 3);

        letLapse(faster);
        Hold fastest = held(2);
        String lost = order + "-2";
        hearing.approved(paid(faster, lost));
        hearing.approved(paid(faster, lost));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages.about(lost))
                        .containsExactly(new SeatsLost(event, faster.id(), lost, faster.ids())));
        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(5, 2, 3);
        truth.addsUp(pit);
        assertThat(fastest.ids()).hasSize(2);
    }

    @Test
    void theAuditAddsPlacesUpAndFindsAWrongCount() {
        Hold hold = held(2);
        held(1);
        hearing.approved(paid(hold));
        assertThat(sums()).isEqualTo(new SeatAuditQuery.HallSums(event, 15, 12, 1, 2, 0));
        assertThat(audit.sold(hold.ids().getFirst() - 1, 2))
                .extracting(
                        SeatAuditQuery.SoldSeat::seatId, SeatAuditQuery.SoldSeat::grade, SeatAuditQuery.SoldSeat::price)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(hold.ids().get(0), "R", 110_000L),
                        org.assertj.core.groups.Tuple.tuple(hold.ids().get(1), "R", 110_000L));

        jdbc.sql("UPDATE area SET taken = taken - 1 WHERE id = ?").param(pit).update();
        SeatAuditQuery.HallSums wrong = sums();
        jdbc.sql("UPDATE area SET taken = taken + 1 WHERE id = ?").param(pit).update();
        assertThat(wrong.free() + wrong.held() + wrong.sold() + wrong.blocked()).isEqualTo(16);
    }

    private SeatAuditQuery.HallSums sums() {
        return audit.halls().stream()
                .filter(hall -> hall.eventId() == event)
                .findFirst()
                .orElseThrow();
    }

    private Hold held(int places) {
        return desk.hold(TestHoldRequests.places(Api.newFan(), event, pit, places));
    }

    private void letLapse(Hold hold) {
        var past = Utc.millis(clock.instant().minusSeconds(1));
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ?")
                .params(past, hold.id())
                .update();
        jdbc.sql("UPDATE area_hold SET ends_at = ? WHERE hold_id = ?")
                .params(past, hold.id())
                .update();
        redis.delete(SeatChangePublisher.marksKey(event));
    }

    private PaymentApproved paid(Hold hold) {
        return paid(hold, order);
    }

    private static PaymentApproved paid(Hold hold, String order) {
        return new PaymentApproved(
                order, "reservation", hold.id(), hold.eventId(), hold.fanId(), hold.ids(), hold.total(), Instant.now());
    }

    private PaymentCancelled refunded(Hold hold, String cancellation, List<Long> back) {
        return new PaymentCancelled(cancellation, order, "reservation", hold.id(), event, back, 1, 0);
    }
}
