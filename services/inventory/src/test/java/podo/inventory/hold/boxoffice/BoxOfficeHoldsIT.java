package podo.inventory.hold.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.inventory.SeatIds;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.SeatTruth;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.problem.NotFound;

/** The box office takes what nobody has: without a pass, blocked seats too, and never what somebody has. */
@InventoryIT
@Import(SeatTruth.class)
class BoxOfficeHoldsIT {

    private static final AtomicLong SALES = new AtomicLong(System.nanoTime() / 1_000);

    @Autowired
    private BoxOfficeHolds desk;

    @Autowired
    private HoldDesk fans;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener payments;

    @Autowired
    private SeatHistory history;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private TestHalls halls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Api api;

    @Test
    void moreSeatsThanAFanMayHaveAreHeldAndSold() {
        long event = halls.open(3, 10);
        List<Long> seats = LongStream.rangeClosed(1, 20)
                .map(seq -> SeatIds.of(event, (int) seq))
                .boxed()
                .toList();

        BoxOfficeHolds.Taken taken = desk.take(event, request(seats));

        Hold hold = taken.hold();
        assertThat(hold.total()).isEqualTo(20 * 150_000L);
        assertThat(statuses(event, seats)).containsOnly("H");
        assertThat(lifecycle.pin(hold.id()).heldUntil()).isAfter(Instant.now().plusSeconds(60));
        sell(hold, "podo-desk-" + hold.id());
        assertThat(statuses(event, seats)).containsOnly("S");
        assertThatThrownBy(() -> fans.hold(TestHoldRequests.byNewFan(event, seats.subList(0, 1))))
                .isInstanceOf(SeatsTaken.class);
    }

    @Test
    void fiftyPlacesFitTheRowOfAHold() {
        long event = halls.openWithAreas(1, 2, 4, 60);
        long pit = area(event);

        Hold hold = desk.take(event, request(List.of(), pit, 50)).hold();

        assertThat(hold.ids()).hasSize(50);
        assertThat(lifecycle.find(hold.id()).ids()).isEqualTo(hold.ids());
        assertThatThrownBy(() -> desk.take(event, request(List.of(), pit, 11)))
                .isInstanceOfSatisfying(
                        AreaFull.class, full -> assertThat(full.name()).isEqualTo("area-full"));
        sell(hold, "podo-pit-" + hold.id());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sold_seat WHERE area_id = ?")
                        .param(pit)
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void aRepeatWithTheSameHoldIsTheSameHold() {
        long event = halls.openWithAreas(2, 4, 4, 10);
        BoxOfficeHoldRequest request = request(TestHalls.seats(event, 1), area(event), 2);

        Hold first = desk.take(event, request).hold();

        assertThat(desk.take(event, request).hold().ids()).isEqualTo(first.ids());
        assertThat(history.of(first.seatIds().getFirst())).hasSize(1);
    }

    @Test
    void aBlockedSeatIsSoldAndBlockedAgainWhenItIsNot() {
        long event = halls.open(2, 4);
        List<Long> seats = TestHalls.seats(event, 1, 2);
        block(event, seats.get(0));

        BoxOfficeHolds.Taken taken = desk.take(event, request(seats));

        assertThat(taken.unblocked()).containsExactly(seats.get(0));
        assertThat(statuses(event, seats)).containsOnly("H");
        desk.release(taken.hold().id(), taken.unblocked(), 9);
        assertThat(statuses(event, seats)).containsExactly("B", "A");
        assertThat(history.of(seats.get(0)))
                .extracting(SeatHistory.Change::cause)
                .containsExactly(Cause.BLOCKED, Cause.UNBLOCKED, Cause.HELD, Cause.RELEASED, Cause.BLOCKED);

        Hold sold = desk.take(event, request(seats)).hold();
        sell(sold, "podo-" + sold.id());
        assertThat(statuses(event, seats)).containsOnly("S");
    }

    @Test
    void whatSomebodyHasIsNotSoldAndNothingIsHeld() {
        long event = halls.open(2, 4);
        List<Long> seats = TestHalls.seats(event, 1, 2, 3);
        block(event, seats.get(0));
        Hold rival = fans.hold(TestHoldRequests.byNewFan(event, seats.subList(1, 2)));

        assertThatThrownBy(() -> desk.take(event, request(seats)))
                .isInstanceOfSatisfying(
                        SeatsTaken.class, taken -> assertThat(taken.seatIds()).containsExactly(seats.get(1)));

        assertThat(statuses(event, seats)).containsExactly("B", "H", "A");
        assertThat(truth.seats(event).get(seats.get(1)).holdId()).isEqualTo(rival.id());
        lifecycle.release(rival);
        assertThat(desk.take(event, request(seats)).hold().seatIds()).hasSize(3);
    }

    @Test
    void theSaleNeedNotHaveBegunAndAForeignOrCancelledShowIsRefused() {
        long event = halls.open(2, 4);
        jdbc.sql(
                        "UPDATE hall SET on_sale_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY, sales_end_at = UTC_TIMESTAMP(3) + INTERVAL 2 DAY, revision = revision + 1 WHERE event_id = ?")
                .param(event)
                .update();
        jdbc.sql("UPDATE seat SET revision = (SELECT revision FROM hall WHERE event_id = ?) WHERE id BETWEEN ? AND ?")
                .params(event, SeatIds.of(event, 0), SeatIds.of(event, 99))
                .update();
        assertThat(desk.take(event, request(TestHalls.seats(event, 1))).hold().seatIds())
                .hasSize(1);

        BoxOfficeHoldRequest foreign = new BoxOfficeHoldRequest(
                id(), TestHalls.ORGANISER + 1, 9L, buyer(), TestHalls.seats(event, 2), List.of());
        assertThatThrownBy(() -> desk.take(event, foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.take(event, request(List.of(SeatIds.of(event + 1, 1)))))
                .isInstanceOf(NotFound.class);
        jdbc.sql("UPDATE hall SET cancelled = TRUE, revision = revision + 1 WHERE event_id = ?")
                .param(event)
                .update();
        assertThatThrownBy(() -> desk.take(event, request(TestHalls.seats(event, 2))))
                .isInstanceOf(HoldRefused.class);
    }

    @Test
    void onlyServicesSellHereAndWhatIsNoSaleIsRefused() {
        long event = halls.open(1, 2);
        String path = "/internal/events/" + event + "/box-office/holds";
        assertThat(api.send(api.asOrganiser(TestHalls.ORGANISER, path).POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
        assertThat(api.send(api.asService(path).POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(400);
        Hold fans1 = fans.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1)));
        assertThatThrownBy(() -> desk.release(fans1.id(), List.of(), 9))
                .as("a fan's hold is not the box office's to release")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.take(event, request(List.of()))).hasMessage("invalid");
        List<Long> twice = List.of(SeatIds.of(event, 2), SeatIds.of(event, 2));
        assertThatThrownBy(() -> desk.take(event, request(twice))).hasMessage("invalid");
    }

    /** Desks and fans want the same seat at once, some of them while it is being blocked: one has it. */
    @Test
    void ofFansAndDesksAtOnceOneGetsTheSeat() throws Exception {
        int byDesk = 0;
        for (int round = 0; round < 15; round++) {
            long event = halls.open(1, 4);
            List<Long> seat = TestHalls.seats(event, 1);
            if (round % 3 == 0) {
                block(event, seat.getFirst());
            }
            List<Callable<Hold>> all = new ArrayList<>();
            IntStream.range(0, 4)
                    .forEach(n -> all.add(
                            () -> orNull(() -> desk.take(event, request(seat)).hold())));
            IntStream.range(0, 8)
                    .forEach(n -> all.add(() -> orNull(() -> fans.hold(TestHoldRequests.byNewFan(event, seat)))));

            List<Hold> held = atOnce(all).stream().filter(hold -> hold != null).toList();

            assertThat(held).as("round %d", round).hasSize(1);
            truth.confirms(event, held);
            byDesk += held.getFirst().isOfBoxOffice() ? 1 : 0;
        }
        assertThat(byDesk).as("a blocked seat is the desk's alone").isGreaterThanOrEqualTo(5);
    }

    private static Hold orNull(Callable<Hold> attempt) throws Exception {
        try {
            return attempt.call();
        } catch (SeatsTaken e) {
            return null;
        }
    }

    private static List<Hold> atOnce(List<Callable<Hold>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Hold> answers = new ArrayList<>();
            for (Future<Hold> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static BoxOfficeHoldRequest request(List<Long> seatIds) {
        return new BoxOfficeHoldRequest(id(), TestHalls.ORGANISER, 9L, buyer(), seatIds, List.of());
    }

    private static BoxOfficeHoldRequest request(List<Long> seatIds, long area, int count) {
        return new BoxOfficeHoldRequest(
                id(), TestHalls.ORGANISER, 9L, buyer(), seatIds, List.of(new BoxOfficeHoldRequest.Places(area, count)));
    }

    private static long buyer() {
        return BoxOfficeBuyers.ofSale(SALES.incrementAndGet());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void block(long event, long seat) {
        api.send(api.asOrganiser(TestHalls.ORGANISER, "/api/events/" + event + "/seats/blocks")
                .PUT(BodyPublishers.ofString("{\"seatIds\":[" + seat + "],\"blocked\":true}")));
        assertThat(statuses(event, List.of(seat))).containsOnly("B");
    }

    private long area(long event) {
        return jdbc.sql("SELECT id FROM area WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    private void sell(Hold hold, String order) {
        payments.approved(new PaymentApproved(
                order, "r", hold.id(), hold.eventId(), hold.fanId(), hold.ids(), hold.total(), Instant.now()));
    }

    private List<String> statuses(long event, List<Long> ids) {
        var seats = truth.seats(event);
        return ids.stream().map(id -> seats.get(id).status()).toList();
    }
}
