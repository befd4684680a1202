package podo.inventory.hold.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import podo.inventory.hold.AreaTruth;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.giveback.GiveBackTransactions.Claimed;
import podo.inventory.hold.giveback.GiveBackTransactions.Result;
import podo.inventory.hold.giveback.GiveBackTransactions.Withdrawn;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;

/** A sold seat that is offered back has one owner at every moment, whoever pays, lapses or withdraws meanwhile. */
@InventoryIT
@Import(AreaTruth.class)
class GiveBackIT {

    @Autowired
    private SeatGiveBackDesk desk;

    @Autowired
    private HoldDesk holds;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener payments;

    @Autowired
    private TestHalls halls;

    @Autowired
    private AreaTruth areas;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String giverOrder = newOrder();
    private final String giveBack = UUID.randomUUID().toString();
    private long event;
    private long seat;
    private Hold giver;

    @BeforeEach
    void sellTwoSeats() {
        event = halls.open(3, 10);
        giver = sell(holds.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2))), giverOrder);
        seat = giver.seatIds().getFirst();
    }

    @Test
    void theSeatStaysTheGiversUntilTheBuyerHasPaidAndThenHasOneOwner() {
        assertThat(open()).isEqualTo(Result.DONE);
        Hold claim = claim(Api.newFan());
        assertThat(owner()).isEqualTo(giver.id());
        assertThat(claim.total()).isEqualTo(giver.prices().getFirst());
        lifecycle.pin(claim.id());
        assertThat(owner()).isEqualTo(giver.id());

        String order = newOrder();
        payments.approved(paid(claim, order));
        payments.approved(paid(claim, order));

        assertThat(owner()).isEqualTo(claim.id());
        assertThat(orderOf(seat)).isEqualTo(order);
        assertThat(orderOf(giver.seatIds().get(1))).isEqualTo(giverOrder);
        assertThat(desk.withdraw(giveBack, true)).isEqualTo(Withdrawn.SOLD);

        // the giver's refund finds nothing to return
        payments.cancelled(refunded(giver, giverOrder));
        assertThat(owner()).isEqualTo(claim.id());
        assertThat(status()).isEqualTo("S");
    }

    @Test
    void aRepeatedRequestIsTheSameGiveBackAndTheSameClaim() {
        assertThat(open()).isEqualTo(Result.DONE);
        assertThat(open()).isEqualTo(Result.DONE);
        long fan = Api.newFan();
        ClaimRequest request = request(fan);
        assertThat(desk.claim(giveBack, request).hold())
                .isEqualTo(desk.claim(giveBack, request).hold());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM hold WHERE fan_id = ?")
                        .param(fan)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoWhoClaimAtOnceOneGetsTheSeat() throws Exception {
        open();
        List<Future<Claimed>> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(both.submit(() -> desk.claim(giveBack, request(Api.newFan()))));
            }
        }
        List<Result> results = new ArrayList<>();
        for (Future<Claimed> answer : answers) {
            results.add(answer.get().result());
        }
        assertThat(results).containsOnlyOnce(Result.DONE);
        assertThat(results).filteredOn(result -> result == Result.TAKEN).hasSize(7);
    }

    @Test
    void aLapsedClaimGoesToTheNextAndALatePaymentOfTheFirstIsLost() {
        open();
        Hold first = claim(Api.newFan());
        lifecycle.pin(first.id());
        lapse(first);
        Hold second = claim(Api.newFan());

        String late = newOrder();
        payments.approved(paid(first, late));
        assertThat(orderOf(seat)).isEqualTo(giverOrder);
        assertThat(lifecycle.find(first.id()).status()).isEqualTo(Hold.Status.LOST);

        String order = newOrder();
        payments.approved(paid(second, order));
        assertThat(orderOf(seat)).isEqualTo(order);
        payments.approved(paid(first, late));
        assertThat(owner()).isEqualTo(second.id());
    }

    @Test
    void aLatePaymentOfAClaimThatNobodyFollowedStillBuysTheSeat() {
        open();
        Hold claim = claim(Api.newFan());
        lifecycle.pin(claim.id());
        lapse(claim);
        String order = newOrder();
        payments.approved(paid(claim, order));
        assertThat(orderOf(seat)).isEqualTo(order);
    }

    @Test
    void theGiverCanWithdrawUntilSomebodyPays() {
        open();
        Hold claim = claim(Api.newFan());
        lifecycle.pin(claim.id());
        assertThat(desk.withdraw(giveBack, false)).isEqualTo(Withdrawn.PAYMENT_RUNNING);
        lifecycle.unpin(claim.id());
        assertThat(desk.withdraw(giveBack, false)).isEqualTo(Withdrawn.WITHDRAWN);
        assertThat(desk.withdraw(giveBack, false)).isEqualTo(Withdrawn.WITHDRAWN);
        assertThatThrownBy(() -> lifecycle.pin(claim.id())).isInstanceOf(HoldRefused.class);
        assertThat(desk.claim(giveBack, request(Api.newFan())).result()).isEqualTo(Result.OVER);
    }

    @Test
    void atTheDoorItIsWithdrawnAlsoWhileSomebodyPaysWhoIsRefundedThen() {
        open();
        Hold claim = claim(Api.newFan());
        lifecycle.pin(claim.id());
        assertThat(desk.withdraw(giveBack, true)).isEqualTo(Withdrawn.WITHDRAWN);
        payments.approved(paid(claim, newOrder()));
        assertThat(orderOf(seat)).isEqualTo(giverOrder);
        assertThat(lifecycle.find(claim.id()).status()).isEqualTo(Hold.Status.LOST);
    }

    @Test
    void withdrawingAndPayingInTheSameMomentEndsOneWay() throws Exception {
        for (int round = 0; round < 20; round++) {
            Hold buyer = sell(
                    holds.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 11 + round % 10))), newOrder());
            String order = requireOrder(buyer);
            String id = UUID.randomUUID().toString();
            long given = buyer.seatIds().getFirst();
            desk.open(new GiveBackRequest(id, buyer.id(), order, given, 1));
            Hold claim = desk.claim(id, request(Api.newFan())).hold();
            lifecycle.pin(claim.id());
            String bought = newOrder();
            Future<Withdrawn> withdrawn;
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                withdrawn = both.submit(() -> desk.withdraw(id, true));
                both.submit(() -> payments.approved(paid(claim, bought))).get();
            }
            assertThat(orderOf(given)).isEqualTo(withdrawn.get() == Withdrawn.SOLD ? bought : order);
            payments.cancelled(refunded(
                    withdrawn.get() == Withdrawn.SOLD ? claim : buyer,
                    withdrawn.get() == Withdrawn.SOLD ? bought : order));
            jdbc.sql("UPDATE seat SET held_until = ? WHERE id = ? AND status = 'H'")
                    .params(past(), given)
                    .update();
        }
    }

    @Test
    void aSeatThatTheGiverRefundsMeanwhileIsNotSold() {
        open();
        Hold claim = claim(Api.newFan());
        lifecycle.pin(claim.id());
        payments.cancelled(refunded(giver, giverOrder));
        payments.approved(paid(claim, newOrder()));
        assertThat(orderOf(seat)).isNull();
        assertThat(status()).isEqualTo("H");
        assertThat(desk.claim(giveBack, request(Api.newFan())).result()).isEqualTo(Result.OVER);
    }

    @Test
    void aSeatIsOfferedOnceAndOnlyByItsOwner() {
        assertThat(desk.open(new GiveBackRequest(giveBack, giver.id(), newOrder(), seat, 1)))
                .isEqualTo(Result.NOT_OWNED);
        open();
        Hold claim = claim(Api.newFan());
        lifecycle.pin(claim.id());
        assertThat(desk.open(another())).isEqualTo(Result.TAKEN);
        lifecycle.unpin(claim.id());
        assertThat(desk.open(another())).isEqualTo(Result.DONE);
        assertThat(desk.claim(giveBack, request(Api.newFan())).result())
                .as("the first one has ended")
                .isEqualTo(Result.OVER);
    }

    @Test
    void whoHasAsManySeatsAsTheEventAllowsGetsNoneMore() {
        open();
        long fan = Api.newFan();
        holds.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 21, 22, 23, 24), null));
        assertThat(desk.claim(giveBack, request(fan)).result()).isEqualTo(Result.TOO_MANY_SEATS);
    }

    @Test
    void aClaimCannotBeExtendedAndEndsWithTheSale() {
        open();
        Hold claim = claim(Api.newFan());
        assertThatThrownBy(() -> lifecycle.extend(claim, null)).isInstanceOf(HoldRefused.class);
        lifecycle.release(claim);
        jdbc.sql("UPDATE hall SET sales_end_at = ?, revision = revision + 1 WHERE event_id = ?")
                .params(past(), event)
                .update();
        assertThat(desk.claim(giveBack, request(Api.newFan())).result()).isEqualTo(Result.OVER);
    }

    @Test
    void aPlaceOfAStandingAreaPassesOnAndTheAreasCountStays() {
        long standing = halls.openWithAreas(1, 10, 4, 5);
        long pit = areas.areas(standing).getFirst();
        String order = newOrder();
        Hold sold = sell(holds.hold(TestHoldRequests.places(Api.newFan(), standing, pit, 2)), order);
        long place = sold.ids().getFirst();
        String id = UUID.randomUUID().toString();
        assertThat(desk.open(new GiveBackRequest(id, sold.id(), order, place, 1)))
                .isEqualTo(Result.DONE);
        Hold claim = desk.claim(id, request(Api.newFan())).hold();
        lifecycle.pin(claim.id());
        String bought = newOrder();
        payments.approved(paid(claim, bought));
        assertThat(orderOf(place)).isEqualTo(bought);
        assertThat(areas.area(pit)).extracting("taken", "held", "sold").containsExactly(2, 0, 2);
        areas.addsUp(pit);
    }

    private Result open() {
        return desk.open(new GiveBackRequest(giveBack, giver.id(), giverOrder, seat, 1));
    }

    private GiveBackRequest another() {
        return new GiveBackRequest(UUID.randomUUID().toString(), giver.id(), giverOrder, seat, 1);
    }

    private Hold claim(long fan) {
        Claimed claimed = desk.claim(giveBack, request(fan));
        assertThat(claimed.result()).isEqualTo(Result.DONE);
        return claimed.hold();
    }

    private static ClaimRequest request(long fan) {
        return new ClaimRequest(UUID.randomUUID().toString(), fan, Instant.now().plus(Duration.ofMinutes(15)));
    }

    private Hold sell(Hold hold, String order) {
        payments.approved(paid(hold, order));
        return hold;
    }

    private String requireOrder(Hold hold) {
        return jdbc.sql("SELECT order_id FROM hold WHERE id = ?")
                .param(hold.id())
                .query(String.class)
                .single();
    }

    private static PaymentApproved paid(Hold hold, String order) {
        return new PaymentApproved(
                order, "r", hold.id(), hold.eventId(), hold.fanId(), hold.ids(), hold.total(), Instant.now());
    }

    private static PaymentCancelled refunded(Hold hold, String order) {
        return new PaymentCancelled(
                "c-" + order,
                order,
                "r",
                hold.id(),
                hold.eventId(),
                List.of(hold.ids().getFirst()),
                1,
                0);
    }

    private void lapse(Hold hold) {
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ?")
                .params(past(), hold.id())
                .update();
    }

    private Object past() {
        return Utc.millis(clock.instant().minusSeconds(1));
    }

    private String owner() {
        return jdbc.sql("SELECT hold_id FROM seat WHERE id = ?")
                .param(seat)
                .query(String.class)
                .single();
    }

    private String status() {
        return jdbc.sql("SELECT status FROM seat WHERE id = ?")
                .param(seat)
                .query(String.class)
                .single();
    }

    private String orderOf(long seatId) {
        return jdbc.sql("SELECT order_id FROM sold_seat WHERE seat_id = ?")
                .param(seatId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static String newOrder() {
        return "podo-" + UUID.randomUUID().toString().substring(0, 20);
    }
}
