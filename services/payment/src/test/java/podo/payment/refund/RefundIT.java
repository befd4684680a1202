package podo.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;

class RefundIT extends PaymentServiceFixture {

    @Test
    void partialRefundsAddUpAndTheFeeIsKept() {
        NeighbourServices.Order order = paidOrder(90_000, 3);

        neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 3_000);
        await().until(() -> bank.refunded(order.orderId) == 27_000);
        await().until(() -> read(order).body().path("refunded").asLong() == 27_000);
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(audit()).isEmpty();

        neighbours.cancelBooking(order, order.seatIds.subList(1, 3), 3_000);
        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(bank.refunded(order.orderId)).isEqualTo(81_000);
        assertThat(ledger(order))
                .containsExactly(
                        Map.of("kind", "CAPTURED", "amount", 90_000L),
                        Map.of("kind", "REFUNDED", "amount", 27_000L),
                        Map.of("kind", "REFUNDED", "amount", 54_000L));
        assertThat(audit()).isEmpty();
    }

    /** After 15 days the bank has forgotten the key: while a look-up fails, the refund is not sent again. */
    @Test
    void aRefundWithAnUnknownResultIsNotSentTwice() {
        NeighbourServices.Order order = paidOrder(60_000, 2);
        bank.setFault(fault("LOST_AFTER", order, "call", "CANCEL"));
        bank.setFault(fault("ERROR_BEFORE", order, "call", "LOOKUP", "count", 2));

        String id =
                neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 0).cancellationId();
        await().until(() -> bank.refunded(order.orderId) == 30_000);
        bank.advanceClock(Duration.ofDays(16));
        jdbc.sql("UPDATE refund SET wanted_at = '2026-01-01' WHERE id = ?")
                .param(id)
                .update();

        assertThat(stuck(order)).as("a refund that takes too long is listed").containsExactly(id);
        await().until(() -> read(order).body().path("refunded").asLong() == 30_000);
        assertThat(bank.refunded(order.orderId)).isEqualTo(30_000);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aFeeOfTheFullPriceMovesNoMoneyAndFreesTheSeat() {
        NeighbourServices.Order order = paidOrder(30_000, 1);

        neighbours.cancelBooking(order, order.seatIds, 30_000);

        await().until(() -> status(order).equals("CANCELLED"));
        await().until(() -> !neighbours.hasSoldAllSeatsTo(order));
        assertThat(bank.refunded(order.orderId)).isZero();
        assertThat(audit()).isEmpty();
    }

    @Test
    void anOrderCancelledBeforePaymentCantBeCharged() {
        NeighbourServices.Order order = openedOrder(30_000, 1);
        String key = bank.approve(order.orderId, order.amount);

        neighbours.cancelBooking(order, order.seatIds, 0);

        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(confirmUntilDecided(order, key).problem()).isEqualTo("order-closed");
        assertThat(bank.captured(order.orderId)).isZero();
    }

    @Test
    void aRefusedRefundWaitsForAnOperator() {
        NeighbourServices.Order order = paidOrder(30_000, 1);
        bank.setFault(fault("ERROR_BEFORE", order, "call", "CANCEL", "status", 403, "code", "EXCEED_MAX_REFUND_DUE"));

        String id = neighbours.cancelBooking(order, order.seatIds, 0).cancellationId();

        await().until(() -> stuck(order).equals(List.of(id)));
        assertThat(audit().toString()).contains("refund-stuck", order.orderId);
        String retry = "/api/payments/unresolved/refunds/" + id + "/retry";
        assertThat(post(retry, "{}", fan).status()).as("no fan may").isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(at(retry)).POST(HttpRequest.BodyPublishers.noBody()), fan, true)
                        .status())
                .isEqualTo(202);
        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(bank.refunded(order.orderId)).isEqualTo(30_000);
        assertThat(audit()).isEmpty();
    }

    private List<String> stuck(NeighbourServices.Order order) {
        return get("/api/payments/unresolved", fan, true)
                .body()
                .valueStream()
                .filter(row -> row.path("orderId").asString().equals(order.orderId))
                .map(row -> row.path("id").asString())
                .toList();
    }
}
