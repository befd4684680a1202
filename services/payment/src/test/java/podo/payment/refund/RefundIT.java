package podo.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podo.payment.AtTheCounter;
import podo.payment.Town;

class RefundIT extends AtTheCounter {

    @Test
    void seatsGivenBackOneByOneAddUpAndTheFeeIsKept() {
        Town.Order order = paid(90_000, 3);

        town.cancels(order, order.seatIds.subList(0, 1), 3_000);
        await().until(() -> bank.refunded(order.orderId) == 27_000);
        await().until(() -> look(order).body().path("refunded").asLong() == 27_000);
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(audit()).isEmpty();

        town.cancels(order, order.seatIds.subList(1, 3), 3_000);
        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(bank.refunded(order.orderId)).isEqualTo(81_000);
        assertThat(ledger(order))
                .containsExactly(
                        Map.of("kind", "CAPTURED", "amount", 90_000L),
                        Map.of("kind", "REFUNDED", "amount", 27_000L),
                        Map.of("kind", "REFUNDED", "amount", 54_000L));
        assertThat(audit()).isEmpty();
    }

    /** The key is forgotten after 15 days and the bank can't say what it did: then nothing is asked of it again. */
    @Test
    void aRefundWhoseEndNobodyCanTellIsNeverAskedForTwice() {
        Town.Order order = paid(60_000, 2);
        bank.breaks(fault("LOST_AFTER", order, "call", "CANCEL"));
        bank.breaks(fault("ERROR_BEFORE", order, "call", "LOOKUP", "count", 2));

        String id = town.cancels(order, order.seatIds.subList(0, 1), 0).cancellationId();
        await().until(() -> bank.refunded(order.orderId) == 30_000);
        bank.timePasses(Duration.ofDays(16));
        jdbc.sql("UPDATE refund SET wanted_at = '2026-01-01' WHERE id = ?")
                .param(id)
                .update();

        assertThat(stuck(order)).as("what takes too long is an operator's").containsExactly(id);
        await().until(() -> look(order).body().path("refunded").asLong() == 30_000);
        assertThat(bank.refunded(order.orderId)).isEqualTo(30_000);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aFeeThatEatsEverythingMovesNoMoneyAndFreesTheSeat() {
        Town.Order order = paid(30_000, 1);

        town.cancels(order, order.seatIds, 30_000);

        await().until(() -> status(order).equals("CANCELLED"));
        await().until(() -> !town.owns(order));
        assertThat(bank.refunded(order.orderId)).isZero();
        assertThat(audit()).isEmpty();
    }

    @Test
    void anOrderCancelledBeforeItWasPaidIsClosedAndCannotBeChargedAnyMore() {
        Town.Order order = opened(30_000, 1);
        String key = bank.approves(order.orderId, order.amount);

        town.cancels(order, order.seatIds, 0);

        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(decided(order, key).problem()).isEqualTo("order-closed");
        assertThat(bank.captured(order.orderId)).isZero();
    }

    @Test
    void aRefundThatTheBankRefusesWaitsForAPersonWhoTriesAgain() {
        Town.Order order = paid(30_000, 1);
        bank.breaks(fault("ERROR_BEFORE", order, "call", "CANCEL", "status", 403, "code", "EXCEED_MAX_REFUND_DUE"));

        String id = town.cancels(order, order.seatIds, 0).cancellationId();

        await().until(() -> stuck(order).equals(List.of(id)));
        assertThat(audit().toString()).contains("refund-stuck", order.orderId);
        String retry = "/api/payments/unresolved/refunds/" + id + "/retry";
        assertThat(post(retry, "{}", fan).status()).as("only an organiser may").isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(at(retry)).POST(HttpRequest.BodyPublishers.noBody()), fan, true)
                        .status())
                .isEqualTo(202);
        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(bank.refunded(order.orderId)).isEqualTo(30_000);
        assertThat(audit()).isEmpty();
    }

    private List<String> stuck(Town.Order order) {
        return get("/api/payments/unresolved", fan, true)
                .body()
                .valueStream()
                .filter(row -> row.path("orderId").asString().equals(order.orderId))
                .map(row -> row.path("id").asString())
                .toList();
    }
}
