package podo.inventory.hold.move;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.SeatTruth;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.problem.NotFound;

@InventoryIT
@Import(SeatTruth.class)
class SeatMoveIT {

    @Autowired
    private SeatMoveDesk desk;

    @Autowired
    private HoldDesk holds;

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

    private final String order = "podo-" + UUID.randomUUID().toString().substring(0, 20);
    private long event;
    private Hold sold;
    private List<Long> from;

    @BeforeEach
    void sellTwoSeats() {
        event = halls.open(3, 10);
        from = TestHalls.seats(event, 1, 2);
        sold = sell(from, order);
    }

    @Test
    void theOrderHasTheNewSeatsAndNotTheOldOnes() {
        List<Long> to = TestHalls.seats(event, 11, 12);
        int revision = blocksRevision();

        SeatMoveDesk.Moved moved = desk.move(event, sold.id(), move(to));

        assertThat(moved.totalNow()).isEqualTo(sold.total());
        assertThat(moved.message().moves())
                .extracting(move -> move.from() + ">" + move.to())
                .containsExactly(from.get(0) + ">" + to.get(0), from.get(1) + ">" + to.get(1));
        assertThat(statuses(from)).containsOnly("A");
        assertThat(statuses(to)).containsOnly("S");
        assertThat(owners(to)).containsOnly(sold.id());
        assertThat(soldTo(order)).containsExactlyElementsOf(to);
        assertThat(jdbc.sql("SELECT seat_ids FROM hold WHERE id = ?")
                        .param(sold.id())
                        .query(String.class)
                        .single())
                .isEqualTo(to.get(0) + "," + to.get(1));
        assertThat(history.of(from.get(0)))
                .last()
                .extracting(SeatHistory.Change::cause)
                .isEqualTo(Cause.MOVED_AWAY);
        assertThat(history.of(to.get(0)))
                .last()
                .extracting(SeatHistory.Change::cause)
                .isEqualTo(Cause.MOVED_HERE);
        assertThat(blocksRevision())
                .as("fans with an alert hear of the free seats")
                .isGreaterThan(revision);
        assertThat(holds.hold(TestHoldRequests.byNewFan(event, from)).seatIds()).hasSize(2);
    }

    @Test
    void aRepeatedRequestIsTheSameMove() {
        List<Long> to = TestHalls.seats(event, 11, 12);
        String first = desk.move(event, sold.id(), move(to)).message().moveId();

        assertThat(desk.move(event, sold.id(), move(to)).message().moveId()).isEqualTo(first);
        assertThat(history.of(to.get(0)).stream().filter(change -> change.cause() == Cause.MOVED_HERE))
                .hasSize(1);
    }

    @Test
    void whenSomebodyHasOneOfTheNewSeatsNothingIsMoved() {
        List<Long> to = TestHalls.seats(event, 11, 12);
        Hold rival = holds.hold(TestHoldRequests.byNewFan(event, List.of(to.get(1))));

        assertThatThrownBy(() -> desk.move(event, sold.id(), move(to)))
                .isInstanceOfSatisfying(
                        SeatsTaken.class, taken -> assertThat(taken.seatIds()).containsExactly(to.get(1)));

        assertThat(statuses(from)).containsOnly("S");
        assertThat(soldTo(order)).containsExactlyElementsOf(from);
        assertThat(statuses(to)).containsExactly("A", "H");
        assertThat(owners(List.of(to.get(1)))).containsExactly(rival.id());
    }

    @Test
    void aKeptSeatCanBeGivenAndTheOldOneIsKeptInstead() {
        List<Long> to = TestHalls.seats(event, 21);
        api.send(api.asOrganiser(TestHalls.ORGANISER, "/api/events/" + event + "/seats/blocks")
                .PUT(BodyPublishers.ofString("{\"seatIds\":" + to + ",\"blocked\":true}")));
        assertThat(statuses(to)).containsOnly("B");
        MoveRequest move = new MoveRequest(id(), order, TestHalls.ORGANISER, List.of(from.get(0)), to, true, null);

        desk.move(event, sold.id(), move);

        assertThat(statuses(List.of(from.get(0), to.get(0)))).containsExactly("B", "S");
        assertThatThrownBy(() -> holds.hold(TestHoldRequests.byNewFan(event, List.of(from.get(0)))))
                .isInstanceOf(SeatsTaken.class);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndMovesNothing() {
        List<Long> to = TestHalls.seats(event, 11, 12);
        assertThatThrownBy(() -> desk.move(event, sold.id(), new MoveRequest(id(), order, 0L, from, to, false, null)))
                .as("another organiser's event")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.move(
                        event,
                        sold.id(),
                        new MoveRequest(id(), "podo-other", TestHalls.ORGANISER, from, to, false, null)))
                .isInstanceOf(MoveRefused.class);
        assertThatThrownBy(() -> desk.move(
                        event,
                        sold.id(),
                        new MoveRequest(
                                id(), order, TestHalls.ORGANISER, TestHalls.seats(event, 3, 4), to, false, null)))
                .as("seats that are not the order's")
                .isInstanceOf(MoveRefused.class);
        assertThatThrownBy(() -> desk.move(event, sold.id(), move(List.of(to.get(0), event * 1_000_000 + 31))))
                .hasMessage("invalid");
        assertThatThrownBy(() -> desk.move(event, sold.id(), move(List.of(to.get(0), to.get(0)))))
                .hasMessage("invalid");
        assertThatThrownBy(() -> desk.move(event, sold.id(), move(List.of(to.get(0)))))
                .hasMessage("invalid");
        jdbc.sql("UPDATE hall SET cancelled = TRUE, revision = revision + 1 WHERE event_id = ?")
                .param(event)
                .update();
        assertThatThrownBy(() -> desk.move(event, sold.id(), move(to))).isInstanceOf(HoldRefused.class);
        assertThat(soldTo(order)).containsExactlyElementsOf(from);
    }

    @Test
    void aRefundThatWasAskedForBeforeTheMoveReturnsTheNewSeat() {
        List<Long> to = TestHalls.seats(event, 11, 12);
        desk.move(event, sold.id(), move(to));

        payments.cancelled(
                new PaymentCancelled("c-" + order, order, "r", sold.id(), event, List.of(from.get(0)), 1, 0));

        assertThat(soldTo(order)).containsExactly(to.get(1));
        assertThat(statuses(to)).containsExactly("H", "S");
        assertThat(statuses(from)).containsOnly("A");
    }

    @Test
    void theAuditReadsThePriceAndTheGradeThatWerePaidFor() {
        List<Long> to = TestHalls.seats(event, 21, 22);
        desk.move(event, sold.id(), move(to));

        String answer = new String(api.send(api.asService("/internal/audit/sold?limit=10&after=" + (to.get(0) - 1))
                        .GET())
                .http()
                .body());

        assertThat(answer).contains("\"movedFrom\":" + from.get(0)).contains("\"grade\":\"VIP\",\"price\":150000");
    }

    @Test
    void onlyServicesMoveSeats() {
        String path = "/internal/events/" + event + "/holds/" + sold.id() + "/move";
        assertThat(api.send(api.asOrganiser(TestHalls.ORGANISER, path).POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
        assertThat(api.send(api.asService(path).POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(400);
    }

    /** In each round fans hold and one buys the seats to which the order is moved in the same moment. */
    @Test
    void aMoveAgainstASaleInTheSameSecondGivesEverySeatOneOwner() throws Exception {
        int moved = 0;
        for (int round = 0; round < 20; round++) {
            long hall = halls.open(1, 4);
            String ours = order + "-" + round;
            List<Long> old = TestHalls.seats(hall, 1, 2);
            List<Long> wanted = TestHalls.seats(hall, 3, 4);
            Hold own = sellIn(hall, old, ours);
            String theirs = ours + "-rival";
            List<Callable<Boolean>> both = new ArrayList<>();
            both.add(() -> succeeds(() -> desk.move(
                    hall, own.id(), new MoveRequest(id(), ours, TestHalls.ORGANISER, old, wanted, false, null))));
            both.add(() -> succeeds(() -> sellIn(hall, wanted, theirs)));

            List<Boolean> won = atOnce(both);

            assertThat(won).as("round %d", round).containsExactlyInAnyOrder(true, false);
            moved += won.get(0) ? 1 : 0;
            assertThat(soldTo(ours)).isEqualTo(won.get(0) ? wanted : old);
            assertThat(soldTo(theirs)).isEqualTo(won.get(0) ? List.of() : wanted);
            assertThat(statusesIn(hall, wanted)).containsOnly("S");
            assertThat(statusesIn(hall, old)).containsOnly(won.get(0) ? "A" : "S");
        }
        assertThat(moved).isBetween(0, 20);
    }

    @Test
    void ofTwoMovesAtOnceOneHappens() throws Exception {
        List<List<Long>> targets = List.of(TestHalls.seats(event, 11, 12), TestHalls.seats(event, 21, 22));
        List<Callable<Boolean>> both = targets.stream()
                .map(to -> (Callable<Boolean>) () -> succeeds(() -> desk.move(event, sold.id(), move(to))))
                .toList();

        List<Boolean> won = atOnce(both);

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(soldTo(order)).isEqualTo(targets.get(won.indexOf(true)));
        assertThat(truth.seats(event).values().stream()
                        .filter(seat -> seat.status().equals("S")))
                .hasSize(2);
    }

    private static boolean succeeds(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (SeatsTaken | MoveRefused e) {
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private MoveRequest move(List<Long> to) {
        return new MoveRequest(id(), order, TestHalls.ORGANISER, from, to, false, null);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Hold sell(List<Long> seats, String orderId) {
        return sellIn(event, seats, orderId);
    }

    private Hold sellIn(long hall, List<Long> seats, String orderId) {
        Hold hold = holds.hold(TestHoldRequests.byNewFan(hall, seats));
        payments.approved(new PaymentApproved(
                orderId, "r", hold.id(), hall, hold.fanId(), hold.seatIds(), hold.total(), Instant.now()));
        return hold;
    }

    private List<Long> soldTo(String orderId) {
        return jdbc.sql("SELECT seat_id FROM sold_seat WHERE order_id = ? ORDER BY seat_id")
                .param(orderId)
                .query(Long.class)
                .list();
    }

    private List<String> statuses(List<Long> ids) {
        return statusesIn(event, ids);
    }

    private List<String> statusesIn(long hall, List<Long> ids) {
        var seats = truth.seats(hall);
        return ids.stream().map(id -> seats.get(id).status()).toList();
    }

    private List<String> owners(List<Long> ids) {
        var seats = truth.seats(event);
        return ids.stream().map(id -> seats.get(id).holdId()).toList();
    }

    private int blocksRevision() {
        return jdbc.sql("SELECT blocks_revision FROM hall WHERE event_id = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }
}
