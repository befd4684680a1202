package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.reservation.BookingStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** Orders of a box office: paid there, in the books, and the bank hears nothing of them, neither of their refunds. */
class BoxOfficePaymentIT extends PaymentServiceFixture {

    private static final AtomicLong SALES = new AtomicLong(System.nanoTime() / 1_000);

    @Autowired
    ServiceTokens services;

    @Test
    void aSaleForCashIsPaidAtOnceAndStandsInTheLedger() {
        NeighbourServices.Order order = deskOrder(30_000, 2);

        Reply paid = record(order, "CASH");

        assertThat(paid.status()).as("%s", paid.body()).isEqualTo(200);
        assertThat(paid.paymentStatus()).isEqualTo("PAID");
        await().until(() -> neighbours.tickets(order) == 2);
        assertThat(ledger(order)).extracting("amount").containsExactly(30_000L);
        assertThat(record(order, "CASH").status()).as("a repeat").isEqualTo(200);
        assertThat(record(order, "CARD").problem()).isEqualTo("order-closed");
        assertThat(ledger(order)).hasSize(1);
        assertThat(attempts(order)).isZero();
        assertThat(movement(order, 0).path("way").asString()).isEqualTo("CASH");
        assertThat(audit()).isEmpty();
    }

    @Test
    void tenAnswersAtOnceMakeOneRowOfTheLedger() throws Exception {
        NeighbourServices.Order order = deskOrder(20_000, 1);
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                replies.add(desks.submit((Callable<Reply>) () -> record(order, "CARD")));
            }
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).as("%s", reply.get().body()).isEqualTo(200);
            }
        }
        await().until(() -> neighbours.tickets(order) == 1);
        assertThat(ledger(order)).hasSize(1);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aRefundIsANoteInTheLedgerAndNoBankIsAsked() {
        NeighbourServices.Order order = deskOrder(30_000, 2);
        record(order, "CARD");
        await().until(() -> neighbours.tickets(order) == 2);

        neighbours.cancelBooking(order, order.seatIds.subList(0, 1), 1_500);
        await().until(() -> ledger(order).size() == 2);
        assertThat(audit()).isEmpty();
        neighbours.cancelBooking(order, order.seatIds.subList(1, 2), 0);
        await().until(() -> ledger(order).size() == 3);

        assertThat(ledger(order)).extracting("kind").containsExactly("CAPTURED", "REFUNDED", "REFUNDED");
        assertThat(ledger(order)).extracting("amount").containsExactly(30_000L, 13_500L, 15_000L);
        assertThat(movement(order, 2).path("way").asString()).isEqualTo("CARD");
        assertThat(history(order).get(1).path("way").asString()).isEqualTo("CARD");
        await().until(() -> !neighbours.hasSoldAllSeatsTo(order));
        assertThat(jdbc.sql("SELECT status FROM payment WHERE order_id = ?")
                        .param(order.orderId)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        assertThat(audit()).isEmpty();
    }

    @Test
    void whatIsGivenAwayCostsNothingAndHasTickets() {
        NeighbourServices.Order order = deskOrder(0, 3);
        assertThat(record(order, "COMPLIMENTARY").status()).isEqualTo(200);
        await().until(() -> neighbours.tickets(order) == 3);
        assertThat(ledger(order)).isEmpty();
        assertThat(audit()).isEmpty();

        NeighbourServices.Order dear = deskOrder(10_000, 1);
        assertThat(record(dear, "COMPLIMENTARY").problem()).isEqualTo("invalid");
        assertThat(record(dear, "BANK").problem()).isEqualTo("invalid");
        assertThat(record(dear, "GOLD").status()).isEqualTo(400);
        assertThat(ledger(dear)).isEmpty();
    }

    @Test
    void aLapsedHoldOrAnEndedBookingIsNotPaid() {
        NeighbourServices.Order lapsed = deskOrder(10_000, 1);
        lapsed.lapse();
        assertThat(record(lapsed, "CASH").problem()).isEqualTo("hold-lapsed");
        NeighbourServices.Order ended = deskOrder(10_000, 1);
        ended.setBookingStatus(BookingStatus.CANCELLED);
        assertThat(record(ended, "CASH").problem()).isEqualTo("order-closed");
        assertThat(ledger(lapsed)).isEmpty();
        assertThat(ledger(ended)).isEmpty();
    }

    @Test
    void onlyServicesSayThatTheDeskHasTheMoney() {
        NeighbourServices.Order order = deskOrder(10_000, 1);
        assertThat(post("/internal/orders/" + order.orderId + "/box-office-payment", "{\"way\":\"CASH\"}", fan)
                        .status())
                .isEqualTo(401);
        assertThat(open(order).status()).as("no fan pays it").isEqualTo(404);
    }

    /** The audit names an order of a fan that claims to be paid at a desk, and one of a desk for which the bank was asked. */
    @Test
    void theAuditFindsWhatWasPaidAtTheWrongPlace() {
        NeighbourServices.Order ofFan = neighbours.order(fan, 0, 1);
        record(ofFan, "COMPLIMENTARY");
        await().until(() -> neighbours.tickets(ofFan) == 1);
        NeighbourServices.Order asked = deskOrder(10_000, 1);
        record(asked, "CASH");
        await().until(() -> neighbours.tickets(asked) == 1);
        jdbc.sql("""
                        INSERT INTO attempt (order_id, payment_key, idempotency_key, state, started_at, look_at)
                        VALUES (?, 'key', 'key', 'DECLINED', NOW(6), NOW(6))
                        """).param(asked.orderId).update();

        assertThat(audit().findValuesAsString("rule")).contains("paid-at-the-wrong-place", "box-office-order-charged");

        jdbc.sql("DELETE FROM attempt WHERE order_id = ?").param(asked.orderId).update();
        jdbc.sql("DELETE FROM payment WHERE order_id = ?").param(ofFan.orderId).update();
        neighbours.undo(ofFan);
        assertThat(audit()).isEmpty();
    }

    private NeighbourServices.Order deskOrder(long amount, int seats) {
        return neighbours.order(BoxOfficeBuyers.ofSale(SALES.incrementAndGet()), amount, seats);
    }

    private Reply record(NeighbourServices.Order order, String way) {
        return send(
                asService("/internal/orders/" + order.orderId + "/box-office-payment")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"way\":\"" + way + "\"}")),
                null);
    }

    private JsonNode history(NeighbourServices.Order order) {
        return send(asService("/internal/orders/" + order.orderId + "/history"), null)
                .body();
    }

    /** The order's n-th row of the event's ledger. */
    private JsonNode movement(NeighbourServices.Order order, int n) {
        List<JsonNode> own = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = send(asService("/internal/events/42/ledger?after=" + after), null)
                    .body();
            page.path("movements").forEach(row -> {
                if (row.path("orderId").asString().equals(order.orderId)) {
                    own.add(row);
                }
            });
            after = page.path("last").asString("");
        } while (!after.isEmpty());
        return own.get(n);
    }

    private HttpRequest.Builder asService(String path) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + services.mint("payment"));
    }

    private int attempts(NeighbourServices.Order order) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE order_id = ?")
                .param(order.orderId)
                .query(Integer.class)
                .single();
    }
}
