package podo.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;

class AuditorIT extends PaymentServiceFixture {

    @Autowired
    MeterRegistry meters;

    @Test
    void ledgerRowsCantBeChangedOrDeleted() {
        NeighbourServices.Order order = paidOrder(10_000, 1);
        for (String change : List.of(
                "UPDATE ledger_entry SET amount = 1 WHERE order_id = ?",
                "DELETE FROM ledger_entry WHERE order_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(order.orderId).update())
                    .hasMessageContaining("the ledger is only ever added to");
        }
        assertThat(ledger(order)).containsExactly(Map.of("kind", "CAPTURED", "amount", 10_000L));
    }

    /** Drops the ledger's trigger first: with it the rows can't be broken. */
    @Test
    void everyBrokenRowIsReported() {
        jdbc.sql("DROP TRIGGER IF EXISTS ledger_is_not_deleted").update();
        try {
            breakRowsAndFindThem();
        } finally {
            jdbc.sql("CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger_entry FOR EACH ROW"
                            + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is only ever added to'")
                    .update();
        }
    }

    private void breakRowsAndFindThem() {
        NeighbourServices.Order forgotten = paidOrder(10_000, 1);
        jdbc.sql("DELETE FROM ledger_entry WHERE order_id = ?")
                .param(forgotten.orderId)
                .update();
        NeighbourServices.Order ticketless = paidOrder(10_000, 1);
        neighbours.removeTickets(ticketless);
        NeighbourServices.Order freeRider = neighbours.order(fan, 10_000, 1);
        neighbours.forgeTicket(freeRider);
        NeighbourServices.Order seatless = neighbours.order(fan, 10_000, 1);
        neighbours.sellWithoutPayment(seatless);
        NeighbourServices.Order hiddenRefund = paidOrder(10_000, 1);
        jdbc.sql("UPDATE payment SET refunded = 1 WHERE order_id = ?")
                .param(hiddenRefund.orderId)
                .update();
        NeighbourServices.Order unrecorded = openedOrder(10_000, 1);
        confirmUntilDecided(unrecorded, bank.actAsBuyer(unrecorded.orderId, unrecorded.amount, "decline", null));
        bank.confirmDirectly(
                bank.approve(unrecorded.orderId, unrecorded.amount), unrecorded.orderId, unrecorded.amount);
        neighbours.miscountSeats(true);

        Set<String> found = rules(audit());

        assertThat(found)
                .contains(
                        "ledger-captured " + forgotten.orderId,
                        "bank-captured " + forgotten.orderId,
                        "paid-without-ticket " + ticketless.orderId,
                        "sold-without-ticket seat " + ticketless.seatIds.getFirst(),
                        "ticket-without-payment " + freeRider.orderId,
                        "ticket-without-seat seat " + freeRider.seatIds.getFirst(),
                        "sold-without-ticket seat " + seatless.seatIds.getFirst(),
                        "ledger-refunded " + hiddenRefund.orderId,
                        "bank-captured " + unrecorded.orderId,
                        "seats-do-not-add-up event 42");

        assertThat(meters.get("podo.audit.findings").gauge().value()).isGreaterThanOrEqualTo(found.size());

        neighbours.miscountSeats(false);
        List.of(forgotten, ticketless, freeRider, seatless, hiddenRefund, unrecorded)
                .forEach(this::forget);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aPriceThatWasNotAdvertisedIsReported() {
        NeighbourServices.Order order = paidOrder(10_000, 1);
        String seat = " seat " + order.seatIds.getFirst();
        neighbours.heldAt(order, 10_000);
        assertThat(audit()).isEmpty();

        neighbours.price(20_000, 10_000);
        assertThat(rules(audit()))
                .containsExactlyInAnyOrder(
                        "sold-otherwise-than-advertised event 42", "charged-otherwise-than-advertised" + seat);
        neighbours.price(10_000, 10_000);
        neighbours.heldAt(order, 9_000);
        assertThat(rules(audit()))
                .containsExactlyInAnyOrder(
                        "charged-otherwise-than-held" + seat, "charged-otherwise-than-advertised" + seat);
        neighbours.heldAt(order, 10_000);
        assertThat(audit()).isEmpty();
    }

    @Test
    void anOrganiserSeesTheMoneyOfTheOwnEventsOnly() {
        NeighbourServices.Order order = paidOrder(10_000, 1);
        jdbc.sql("UPDATE payment SET refunded = 1 WHERE order_id = ?")
                .param(order.orderId)
                .update();
        try {
            JsonNode whole = audit(Fan.of(1, Role.OPERATOR));
            JsonNode own = audit(Fan.of(NeighbourServices.ORGANISER, Role.ORGANISER));
            JsonNode foreign = audit(Fan.of(8_008, Role.ORGANISER));
            assertThat(whole.path("ok").asBoolean()).isFalse();
            assertThat(own.path("ok").asBoolean()).isFalse();
            assertThat(own.path("findings")).isEqualTo(whole.path("findings"));
            assertThat(own.path("sums").path("captured").asLong()).isPositive();
            assertThat(foreign.path("ok").asBoolean()).isTrue();
            assertThat(foreign.toString()).doesNotContain(order.orderId);
            assertThat(foreign.path("sums").toString())
                    .isEqualTo(
                            "{\"captured\":0,\"ticketed\":0,\"refunded\":0,\"fees\":0,\"onItsWay\":0,\"checking\":0}");
            assertThat(foreign.path("checked").path("orders").asInt()).isZero();
            assertThat(foreign.path("events")).isEmpty();
        } finally {
            jdbc.sql("UPDATE payment SET refunded = 0 WHERE order_id = ?")
                    .param(order.orderId)
                    .update();
        }
    }

    private JsonNode audit(Fan caller) {
        return send(HttpRequest.newBuilder(at("/api/audit")).POST(HttpRequest.BodyPublishers.noBody()), caller)
                .body();
    }

    @Test
    void anOpenCaseOfAnotherOrganiserDoesNotExist() {
        NeighbourServices.Order order = paidOrder(30_000, 1);
        bank.setFault(fault("ERROR_BEFORE", order, "call", "CANCEL", "status", 403, "code", "EXCEED_MAX_REFUND_DUE"));
        String refund = neighbours.cancelBooking(order, order.seatIds, 0).cancellationId();
        Fan own = Fan.of(NeighbourServices.ORGANISER, Role.ORGANISER);
        Fan foreign = Fan.of(8_008, Role.ORGANISER);
        String retry = "/api/payments/unresolved/refunds/" + refund + "/retry";

        await().untilAsserted(() -> assertThat(unresolved(own)).contains(order.orderId));
        assertThat(unresolved(Fan.of(9, Role.OPERATOR))).contains(order.orderId);
        assertThat(unresolved(foreign)).isEqualTo("[]");
        assertThat(act(foreign, retry)).isEqualTo(404);
        assertThat(act(foreign, "/api/payments/unresolved/orders/" + order.orderId + "/look"))
                .isEqualTo(404);
        assertThat(act(own, retry)).isEqualTo(202);
        await().until(() -> status(order).equals("CANCELLED"));
    }

    private String unresolved(Fan caller) {
        return send(HttpRequest.newBuilder(at("/api/payments/unresolved")), caller)
                .body()
                .toString();
    }

    private int act(Fan caller, String path) {
        return send(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.noBody()), caller)
                .status();
    }

    @Test
    void fansDoNotReadTheReport() {
        assertThat(get("/api/audit", fan, false).status()).isEqualTo(403);
        assertThat(get("/api/audit", null, false).status()).isEqualTo(401);
        assertThat(get("/api/payments/unresolved", fan, false).status()).isEqualTo(403);
        assertThat(get("/api/audit", fan, true).body().path("ok").isBoolean()).isTrue();
    }

    @Test
    void aChargeThatStaysUnknownIsListedForOperators() {
        NeighbourServices.Order order = openedOrder(10_000, 1);
        bank.setFault(fault("LOST_AFTER", order, "count", 1_000));
        bank.setFault(fault("LOST_BEFORE", order, "call", "LOOKUP", "count", 1_000));
        String key = bank.approve(order.orderId, order.amount);
        confirm(order, key);
        jdbc.sql("UPDATE attempt SET started_at = '2026-01-01' WHERE order_id = ?")
                .param(order.orderId)
                .update();

        JsonNode row = get("/api/payments/unresolved", fan, true)
                .body()
                .valueStream()
                .filter(entry -> entry.path("orderId").asString().equals(order.orderId))
                .findFirst()
                .orElseThrow();

        assertThat(row.path("kind").asString()).isEqualTo("CHECKING");
        assertThat(row.path("paymentKey").asString()).isEqualTo(key);
        assertThat(row.path("amount").asLong()).isEqualTo(10_000);
        assertThat(row.path("lastSeen").asString()).isNotBlank();
        bank.removeFaults();
        assertThat(post("/api/payments/unresolved/orders/" + order.orderId + "/look", "", null)
                        .status())
                .isEqualTo(401);
        await().until(() -> status(order).equals("PAID"));
    }

    private void forget(NeighbourServices.Order order) {
        neighbours.undo(order);
        for (String table : List.of("ledger_entry", "attempt", "refund", "payment")) {
            jdbc.sql("DELETE FROM " + table + " WHERE order_id = ?")
                    .param(order.orderId)
                    .update();
        }
    }

    private static Set<String> rules(JsonNode findings) {
        return findings.valueStream()
                .map(f -> f.path("rule").asString() + " " + f.path("subject").asString())
                .collect(Collectors.toSet());
    }
}
