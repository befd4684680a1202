package podo.payment.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;

class MoneyHistoryIT extends PaymentServiceFixture {

    @Autowired
    private MoneyHistoryQuery query;

    @Autowired
    private MoneyHistoryController controller;

    @Test
    void theHistoryOfAnOrderHasTriesAndMovementsInTheOrderOfTime() {
        NeighbourServices.Order order = openedOrder(90_000, 3);
        confirmUntilDecided(order, bank.actAsBuyer(order.orderId, order.amount, "decline", "REJECT_CARD_COMPANY"));
        confirmUntilDecided(order, bank.approve(order.orderId, order.amount));
        await().until(() -> neighbours.tickets(order) == 3);
        neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 3_000);
        await().until(() -> read(order).body().path("refunded").asLong() == 27_000);

        List<MoneyEvent> history = query.ofOrder(order.orderId);

        assertThat(history)
                .extracting(MoneyEvent::kind)
                .containsExactly("CHARGE_TRIED", "CHARGE_TRIED", "PAID", "REFUNDED");
        assertThat(history).extracting(MoneyEvent::amount).containsExactly(90_000L, 90_000L, 90_000L, 27_000L);
        assertThat(history.getFirst().code()).isEqualTo("REJECT_CARD_COMPANY");
        assertThat(history).isSortedAccordingTo((one, two) -> one.at().compareTo(two.at()));
        assertThat(query.ofOrder("podo-none")).isEmpty();
    }

    @Test
    void eachRowOfTheLedgerIsToldWithItsSeatsAndTheSumIsTheLedgers() {
        NeighbourServices.Order order = paidOrder(90_000, 3);
        neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 3_000);
        await().until(() -> read(order).body().path("refunded").asLong() == 27_000);
        neighbours.cancelBooking(order, order.seatIds.subList(1, 2), 3_000);
        await().until(() -> read(order).body().path("refunded").asLong() == 54_000);

        List<LedgerMovement> movements = query.movements(List.of(order.orderId));

        assertThat(movements).extracting(LedgerMovement::kind).containsExactly("CAPTURED", "REFUNDED", "REFUNDED");
        assertThat(movements)
                .extracting(LedgerMovement::seatIds)
                .as("two refunds of one amount keep their order")
                .containsExactly(order.seatIds, order.seatIds.subList(0, 1), order.seatIds.subList(1, 2));
        assertThat(movements).extracting(LedgerMovement::fee).containsExactly(0L, 3_000L, 3_000L);

        List<LedgerMovement> all = new ArrayList<>();
        String after = "";
        do {
            MoneyHistoryController.LedgerPage page = controller.ledger(42, after);
            all.addAll(page.movements());
            after = page.last();
        } while (!after.isEmpty());
        assertThat(sum(all, "CAPTURED")).isEqualTo(ledgerSum("CAPTURED"));
        assertThat(sum(all, "REFUNDED")).isEqualTo(ledgerSum("REFUNDED"));
    }

    @Test
    void theTakingsOfAnEventAreTheLedgersSumsWithTheDeclinedPaymentsByCode() {
        EventTakings before = controller.takings(42);
        NeighbourServices.Order order = openedOrder(90_000, 3);
        confirmUntilDecided(order, bank.actAsBuyer(order.orderId, order.amount, "decline", "REJECT_CARD_COMPANY"));
        confirmUntilDecided(order, bank.approve(order.orderId, order.amount));
        await().until(() -> neighbours.tickets(order) == 3);
        neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 3_000);
        await().until(() -> read(order).body().path("refunded").asLong() == 27_000);

        EventTakings after = controller.takings(42);
        assertThat(after.captured()).isEqualTo(ledgerSum("CAPTURED"));
        assertThat(after.refunded()).isEqualTo(ledgerSum("REFUNDED"));
        assertThat(after.captured() - before.captured()).isGreaterThanOrEqualTo(90_000);
        assertThat(after.declined().get("REJECT_CARD_COMPANY"))
                .isGreaterThan(before.declined().getOrDefault("REJECT_CARD_COMPANY", 0L));
        assertThat(controller.takings(987_654_321)).isEqualTo(new EventTakings(0, 0, Map.of()));
    }

    @Test
    void onlyServicesReadIt() {
        assertThat(send(HttpRequest.newBuilder(at("/internal/events/42/takings")), fan, true)
                        .status())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(at("/internal/events/42/ledger")), fan, true)
                        .status())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(at("/internal/orders/podo-1/history")), fan, true)
                        .status())
                .isEqualTo(401);
    }

    private static long sum(List<LedgerMovement> movements, String kind) {
        return movements.stream()
                .filter(movement -> movement.kind().equals(kind))
                .mapToLong(LedgerMovement::amount)
                .sum();
    }

    private long ledgerSum(String kind) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l JOIN payment p ON p.order_id = l.order_id
                        WHERE p.event_id = 42 AND l.kind = ?
                        """).param(kind).query(Long.class).single();
    }
}
