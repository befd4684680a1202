package podo.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podo.contracts.reservation.BookingCancelled;

/**
 * A table of faults and moments. Each row is a purchase or a refund with a fault; it must end as expected without an
 * operator, and the audit must find nothing. Covers experiments 23 to 27 of e2e/docs/failure-experiments.md.
 */
class FaultTableIT extends PaymentServiceFixture {

    enum End {
        /** Captured once, a ticket per seat. */
        PAID,
        /** Nothing captured, and the fan may try again. */
        NOT_CHARGED,
        /** Captured once and refunded in full, no ticket. */
        REFUNDED_IN_FULL
    }

    /** @param slow resembles other rows: only with {@code --long} */
    record Row(String fault, String moment, End end, Consumer<FaultTableIT> story, boolean slow) {

        Row(String fault, String moment, End end, Consumer<FaultTableIT> story) {
            this(fault, moment, end, story, false);
        }

        Row onlyInTheLongRun() {
            return new Row(fault, moment, end, story, true);
        }

        @Override
        public String toString() {
            return fault + " · " + moment + " → " + end;
        }
    }

    NeighbourServices.Order order;

    static Stream<Row> rows() {
        return allRows().filter(row -> !row.slow() || Boolean.getBoolean("podo.long"));
    }

    private static Stream<Row> allRows() {
        return Stream.of(
                whenConfirming("connection lost", "before the capture", End.PAID, "LOST_BEFORE"),
                whenConfirming("connection lost", "after the capture", End.PAID, "LOST_AFTER"),
                whenConfirming("connection lost five times", "before the capture", End.PAID, "LOST_BEFORE", "count", 5)
                        .onlyInTheLongRun(),
                whenConfirming("connection lost three times", "after the capture", End.PAID, "LOST_AFTER", "count", 3)
                        .onlyInTheLongRun(),
                whenConfirming(
                        "captured a second late", "after the connection was lost", End.PAID, "LATE", "millis", 1_000),
                whenConfirming(
                                "captured three seconds late",
                                "after the connection was lost",
                                End.PAID,
                                "LATE",
                                "millis",
                                3_000)
                        .onlyInTheLongRun(),
                whenConfirming("500", "before the capture", End.PAID, "ERROR_BEFORE"),
                whenConfirming("500", "after the capture", End.PAID, "ERROR_AFTER"),
                whenConfirming("502", "before the capture", End.PAID, "ERROR_BEFORE", "status", 502)
                        .onlyInTheLongRun(),
                whenConfirming("503", "after the capture", End.PAID, "ERROR_AFTER", "status", 503)
                        .onlyInTheLongRun(),
                whenConfirming(
                        "429",
                        "before the capture",
                        End.PAID,
                        "ERROR_BEFORE",
                        "status",
                        429,
                        "code",
                        "TOO_MANY_REQUESTS"),
                whenConfirming(
                                "429",
                                "after the capture",
                                End.PAID,
                                "ERROR_AFTER",
                                "status",
                                429,
                                "code",
                                "TOO_MANY_REQUESTS")
                        .onlyInTheLongRun(),
                whenConfirming(
                        "\"not completed\"",
                        "after the capture",
                        End.PAID,
                        "ERROR_AFTER",
                        "code",
                        "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING"),
                whenConfirming("409 in flight", "first call", End.PAID, "IN_FLIGHT"),
                whenConfirming("409 in flight", "first three calls", End.PAID, "IN_FLIGHT", "count", 3)
                        .onlyInTheLongRun(),
                whenConfirming("garbage", "after the capture", End.PAID, "GARBAGE"),
                whenConfirming("wrong amount", "after the capture", End.PAID, "WRONG_AMOUNT"),
                whenConfirming("slow", "five seconds", End.PAID, "LATENCY", "millis", 5_000)
                        .onlyInTheLongRun(),
                whenConfirming("slower than our time-out", "before the capture", End.PAID, "LATENCY", "millis", 8_500)
                        .onlyInTheLongRun(),
                whenConfirming(
                        "slower than our time-out", "after the capture", End.PAID, "LATENCY_AFTER", "millis", 8_500),
                whenConfirming("session over", "at the confirm", End.NOT_CHARGED, "EXPIRED"),
                new Row(
                        "virtual account",
                        "instead of a card",
                        End.NOT_CHARGED,
                        t -> t.confirm(t.order, bank.chooseVirtualAccount(t.order.orderId, t.order.amount))),
                new Row("declined", "at the confirm", End.NOT_CHARGED, t -> t.confirmAs("decline")),
                new Row("declined, answer lost", "at the confirm", End.NOT_CHARGED, t -> {
                    t.setFault("LOST_AFTER");
                    t.confirmAs("decline");
                }),
                new Row("declined, then paid", "second try", End.PAID, t -> {
                    t.confirmUntilDecided(t.order, bank.actAsBuyer(t.order.orderId, t.order.amount, "decline", null));
                    t.confirmAs("approve");
                }),
                new Row("every call lost", "before the capture, pin ended", End.NOT_CHARGED, t -> {
                    t.order.setPinDuration(Duration.ofSeconds(1));
                    t.setFault("LOST_BEFORE", "count", 1_000);
                    t.confirmAs("approve");
                }),
                new Row("answer lost, look-ups 500", "after the capture", End.PAID, t -> {
                    t.order.setPinDuration(Duration.ofMillis(500));
                    t.setFault("LOST_AFTER");
                    t.setFault("ERROR_BEFORE", "call", "LOOKUP", "count", 4);
                    t.confirmAs("approve");
                }),
                new Row("answer lost, look-ups garbage", "after the capture", End.PAID, t -> {
                    t.order.setPinDuration(Duration.ofMillis(500));
                    t.setFault("LOST_AFTER");
                    t.setFault("GARBAGE", "call", "LOOKUP", "count", 3);
                    t.confirmAs("approve");
                }),
                new Row("captured late, the hold over, seats free", "look-up", End.PAID, t -> {
                            t.order.setPinDuration(Duration.ofMillis(500));
                            t.setFault("LATE", "millis", 2_000);
                            t.confirmAs("approve");
                        })
                        .onlyInTheLongRun(),
                new Row("captured late, the seats gone", "look-up", End.REFUNDED_IN_FULL, t -> {
                    t.order.setPinDuration(Duration.ofMillis(500));
                    t.setFault("LATE", "millis", 2_000);
                    t.confirmAs("approve");
                    neighbours.sellSeatsToOthers(t.order);
                }),
                new Row("the hold ended", "before the confirm", End.NOT_CHARGED, t -> {
                    t.order.lapse();
                    t.confirmAs("approve");
                }),
                new Row("inventory unavailable", "before the pin", End.NOT_CHARGED, t -> {
                    neighbours.inventoryUnavailable(true);
                    t.confirmAs("approve");
                }),
                new Row("inventory back", "second try with the same key", End.PAID, t -> {
                    neighbours.inventoryUnavailable(true);
                    String key = bank.approve(t.order.orderId, t.order.amount);
                    t.confirmUntilDecided(t.order, key);
                    neighbours.inventoryUnavailable(false);
                    t.confirmUntilDecided(t.order, key);
                }),
                new Row("confirmed without us", "before our confirm", End.PAID, t -> {
                    String key = bank.approve(t.order.orderId, t.order.amount);
                    bank.confirmDirectly(key, t.order.orderId, t.order.amount);
                    t.confirm(t.order, key);
                }),
                new Row("another payment of the order captured", "before our confirm", End.PAID, t -> {
                    String other = bank.approve(t.order.orderId, t.order.amount);
                    bank.confirmDirectly(other, t.order.orderId, t.order.amount);
                    t.confirmAs("approve");
                }),
                new Row("webhook forged", "before the confirm", End.NOT_CHARGED, t -> {
                    String key = bank.approve(t.order.orderId, t.order.amount);
                    t.sendWebhook(key, "DONE");
                    t.sendWebhook(key, "DONE");
                }),
                new Row("webhook five times", "after the capture", End.PAID, t -> {
                    t.confirmAs("approve");
                    for (int i = 0; i < 5; i++) {
                        t.sendWebhook("whatever", "DONE");
                    }
                }),
                new Row("webhooks out of order", "after the capture", End.PAID, t -> {
                    t.confirmAs("approve");
                    t.sendWebhook("whatever", "CANCELED");
                    t.sendWebhook("whatever", "ABORTED");
                    t.sendWebhook("whatever", "IN_PROGRESS");
                }),
                new Row("webhook", "while unknown", End.PAID, t -> {
                    t.setFault("LOST_AFTER", "count", 2);
                    t.confirmAs("approve");
                    t.sendWebhook("whatever", "DONE");
                }),
                whenRefunding("connection lost", "before the refund", "LOST_BEFORE"),
                whenRefunding("connection lost", "after the refund", "LOST_AFTER"),
                whenRefunding("500", "before the refund", "ERROR_BEFORE").onlyInTheLongRun(),
                whenRefunding("500", "after the refund", "ERROR_AFTER"),
                whenRefunding("garbage", "after the refund", "GARBAGE"),
                new Row("answer lost, look-ups 500", "after the refund", End.REFUNDED_IN_FULL, t -> {
                    t.confirmAs("approve");
                    await().until(() -> neighbours.tickets(t.order) == 2);
                    t.setFault("LOST_AFTER", "call", "CANCEL");
                    t.setFault("ERROR_BEFORE", "call", "LOOKUP", "count", 2);
                    neighbours.cancelBooking(t.order, t.order.seatIds, 0);
                }),
                whenRefunding("409 in flight", "at the refund", "IN_FLIGHT"),
                whenRefunding("refunded a second late", "after the connection was lost", "LATE", "millis", 1_000)
                        .onlyInTheLongRun(),
                new Row("two seats refunded one by one", "within a second", End.REFUNDED_IN_FULL, t -> {
                    t.confirmAs("approve");
                    await().until(() -> neighbours.tickets(t.order) == 2);
                    neighbours.cancelBooking(t.order, t.order.seatIds.subList(0, 1), 0);
                    neighbours.cancelBooking(t.order, t.order.seatIds.subList(1, 2), 0);
                }),
                new Row("the cancellation processed three times", "refund", End.REFUNDED_IN_FULL, t -> {
                    t.confirmAs("approve");
                    await().until(() -> neighbours.tickets(t.order) == 2);
                    BookingCancelled message = neighbours.cancelBooking(t.order, t.order.seatIds, 0);
                    neighbours.publish(message);
                    neighbours.publish(message);
                }));
    }

    private static Row whenConfirming(String fault, String moment, End end, String kind, Object... more) {
        return new Row(fault, moment, end, t -> {
            t.setFault(kind, more);
            t.confirmAs("approve");
        });
    }

    private static Row whenRefunding(String fault, String moment, String kind, Object... more) {
        return new Row(fault, moment, End.REFUNDED_IN_FULL, t -> {
            t.confirmAs("approve");
            await().until(() -> neighbours.tickets(t.order) == 2);
            bank.setFault(fault(kind, t.order, with("call", "CANCEL", more)));
            neighbours.cancelBooking(t.order, t.order.seatIds, 0);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPurchaseEndsCorrectly(Row row) {
        order = openedOrder(100_000, 2);

        row.story().accept(this);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertEnd(row.end()));
        assertThat(audit()).isEmpty();
    }

    @AfterEach
    void removeFaults() {
        bank.removeFaults();
        neighbours.inventoryUnavailable(false);
    }

    private void assertEnd(End end) {
        switch (end) {
            case PAID -> {
                assertThat(status(order)).isEqualTo("PAID");
                assertThat(bank.captured(order.orderId)).isEqualTo(order.amount);
                assertThat(bank.refunded(order.orderId)).isZero();
                assertThat(neighbours.tickets(order)).isEqualTo(2);
                assertThat(ledger(order)).hasSize(1);
            }
            case NOT_CHARGED -> {
                assertThat(status(order)).isIn("READY", "FAILED");
                assertThat(bank.captured(order.orderId)).isZero();
                assertThat(neighbours.tickets(order)).isZero();
                assertThat(ledger(order)).isEmpty();
            }
            case REFUNDED_IN_FULL -> {
                assertThat(status(order)).isEqualTo("CANCELLED");
                assertThat(bank.captured(order.orderId)).isEqualTo(order.amount);
                assertThat(bank.refunded(order.orderId)).isEqualTo(order.amount);
                assertThat(neighbours.tickets(order)).isZero();
                assertThat(neighbours.hasSoldAllSeatsTo(order)).isFalse();
            }
        }
    }

    private void confirmAs(String outcome) {
        confirm(order, bank.actAsBuyer(order.orderId, order.amount, outcome, null));
    }

    private void setFault(String kind, Object... more) {
        bank.setFault(fault(kind, order, more));
    }

    private void sendWebhook(String paymentKey, String status) {
        Map<String, Object> body = Map.of(
                "eventType",
                "PAYMENT_STATUS_CHANGED",
                "createdAt",
                "2026-11-23T12:00:00.000000",
                "data",
                Map.of("orderId", order.orderId, "paymentKey", paymentKey, "status", status, "totalAmount", 1));
        assertThat(post("/api/payments/webhooks/toss", body, null).status()).isEqualTo(200);
    }

    private static Object[] with(String name, Object value, Object... more) {
        return Stream.concat(Stream.of(name, value), Stream.of(more)).toArray();
    }
}
