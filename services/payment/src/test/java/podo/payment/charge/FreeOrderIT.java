package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podo.contracts.reservation.BookingStatus;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;

/** Orders that cost nothing: tickets without a bank, and everything else as ever. */
class FreeOrderIT extends PaymentServiceFixture {

    @Test
    void aFreeOrderIsPaidWithItsOpeningAndTheBankIsNotAsked() {
        NeighbourServices.Order order = neighbours.order(fan, 0, 2);

        Reply opened = open(order);

        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        assertThat(opened.paymentStatus()).isEqualTo("PAID");
        assertThat(opened.body().path("windowUrl").isNull()).isTrue();
        await().until(() -> neighbours.tickets(order) == 2);
        assertThat(open(order).status()).isEqualTo(200);
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(confirm(order, "anything", 0, fan).paymentStatus()).isEqualTo("PAID");
        assertThat(confirm(order, "anything", 1, fan).problem()).isEqualTo("amount-mismatch");
        assertThat(ledger(order)).isEmpty();
        assertThat(attempts(order)).isZero();
        assertThat(audit()).isEmpty();
    }

    @Test
    void twentyTabsAtOnceMakeOnePaymentAndOneMessage() throws Exception {
        NeighbourServices.Order order = neighbours.order(fan, 0, 1);
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = IntStream.range(0, 20)
                    .mapToObj(tab -> tabs.submit((Callable<Reply>) () -> open(order)))
                    .toList();
            int created = 0;
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().paymentStatus())
                        .as("%s", reply.get().body())
                        .isEqualTo("PAID");
                created += reply.get().status() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        await().until(() -> neighbours.tickets(order) == 1);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aLapsedHoldIsNotConfirmed() {
        NeighbourServices.Order order = neighbours.order(fan, 0, 1);
        order.lapse();
        assertThat(open(order).problem()).isEqualTo("hold-lapsed");
        assertThat(read(order).status()).isEqualTo(404);
        order.setBookingStatus(BookingStatus.CANCELLED);
        assertThat(open(order).problem()).isEqualTo("order-closed");
    }

    @Test
    void seatsThatWereGoneEndTheOrderWithoutMoney() {
        NeighbourServices.Order order = neighbours.order(fan, 0, 1);
        neighbours.takeSeats(order);
        assertThat(open(order).paymentStatus()).isEqualTo("PAID");
        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(neighbours.tickets(order)).isZero();
        assertThat(ledger(order)).isEmpty();
        neighbours.undo(order);
    }

    @Test
    void seatsAreGivenBackOneByOneAndTheOrderEndsWithTheLast() {
        NeighbourServices.Order order = freeOrder(2);

        neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 0);
        await().until(() -> !neighbours.hasSoldAllSeatsTo(order));
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(audit()).isEmpty();

        neighbours.cancelBooking(order, order.seatIds.subList(1, 2), 0);
        await().until(() -> status(order).equals("CANCELLED"));
        assertThat(ledger(order)).isEmpty();
        assertThat(audit()).isEmpty();
    }

    @Test
    void anOrderStaysPaidWhileAFreeSeatOfItIsKept() {
        NeighbourServices.Order order = paidOrder(30_000, 2);
        neighbours.cancelAt(order, order.seatIds.subList(0, 1), 30_000);
        await().until(() -> read(order).body().path("refunded").asLong() == 30_000);
        assertThat(status(order)).isEqualTo("PAID");
        neighbours.cancelAt(order, order.seatIds.subList(1, 2), 0);
        await().until(() -> status(order).equals("CANCELLED"));
    }

    @Test
    void theSumIsFixedBeforeItIsStored() {
        NeighbourServices.Order order = neighbours.order(fan, 40_000, 1);
        order.letChoose();
        assertThat(open(order).body().path("amount").asLong()).isEqualTo(40_000);
        assertThat(order.sumsFixed()).isEqualTo(1);
        NeighbourServices.Order changed = neighbours.order(fan, 40_000, 1);
        changed.letSumChange();
        assertThat(open(changed).problem()).isEqualTo("sum-changed");
        assertThat(read(changed).status()).isEqualTo(404);
        assertThat(open(changed).body().path("amount").asLong()).isEqualTo(40_000);
        NeighbourServices.Order usual = openedOrder(40_000, 1);
        assertThat(usual.sumsFixed()).as("nothing to choose").isZero();
    }

    @Test
    void theAuditFindsAFreeOrderWithoutItsTicketsAndOneThatWasCharged() {
        NeighbourServices.Order ticketless = freeOrder(2);
        neighbours.removeTickets(ticketless);
        NeighbourServices.Order charged = freeOrder(1);
        jdbc.sql("""
                        INSERT INTO attempt (order_id, payment_key, idempotency_key, state, started_at, look_at)
                        VALUES (?, 'key', 'key', 'DECLINED', NOW(6), NOW(6))
                        """).param(charged.orderId).update();

        assertThat(audit().findValuesAsString("rule"))
                .contains("free-without-ticket", "free-order-charged", "sold-without-ticket");

        jdbc.sql("DELETE FROM attempt WHERE order_id = ?")
                .param(charged.orderId)
                .update();
        jdbc.sql("DELETE FROM payment WHERE order_id = ?")
                .param(ticketless.orderId)
                .update();
        neighbours.undo(ticketless);
        assertThat(audit()).isEmpty();
    }

    private NeighbourServices.Order freeOrder(int seats) {
        NeighbourServices.Order order = neighbours.order(fan, 0, seats);
        open(order);
        await().until(() -> neighbours.tickets(order) == seats);
        return order;
    }

    private long attempts(NeighbourServices.Order order) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE order_id = ?")
                .param(order.orderId)
                .query(Long.class)
                .single();
    }
}
