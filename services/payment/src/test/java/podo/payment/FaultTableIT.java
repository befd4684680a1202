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
 * Fault × moment. Each row is a purchase (or a giving back) with something broken on the way; each ends as it must, with
 * no hand, and then the auditor finds nothing. Experiments 23 to 27 of the fault list, and more of the kind.
 */
class FaultTableIT extends AtTheCounter {

    enum End {
        /** Captured once, a ticket per seat. */
        PAID,
        /** Nothing captured, and the fan may try again. */
        NOT_CHARGED,
        /** Captured once and given back in full, no ticket. */
        GIVEN_BACK
    }

    /** @param slow one of a kind that the others show as well: only with {@code --long} */
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

    Town.Order order;

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
                whenConfirming("slower than our patience", "before the capture", End.PAID, "LATENCY", "millis", 8_500)
                        .onlyInTheLongRun(),
                whenConfirming(
                        "slower than our patience", "after the capture", End.PAID, "LATENCY_AFTER", "millis", 8_500),
                whenConfirming("session over", "at the confirm", End.NOT_CHARGED, "EXPIRED"),
                new Row(
                        "virtual account",
                        "instead of a card",
                        End.NOT_CHARGED,
                        t -> t.confirm(t.order, bank.promisesADeposit(t.order.orderId, t.order.amount))),
                new Row("declined", "at the confirm", End.NOT_CHARGED, t -> t.pays("decline")),
                new Row("declined, answer lost", "at the confirm", End.NOT_CHARGED, t -> {
                    t.breaks("LOST_AFTER");
                    t.pays("decline");
                }),
                new Row("declined, then paid", "second try", End.PAID, t -> {
                    t.decided(t.order, bank.buyer(t.order.orderId, t.order.amount, "decline", null));
                    t.pays("approve");
                }),
                new Row("lost for ever", "before the capture, pin over", End.NOT_CHARGED, t -> {
                    t.order.pinsFor(Duration.ofSeconds(1));
                    t.breaks("LOST_BEFORE", "count", 1_000);
                    t.pays("approve");
                }),
                new Row("answer lost, look-ups 500", "after the capture", End.PAID, t -> {
                    t.order.pinsFor(Duration.ofMillis(500));
                    t.breaks("LOST_AFTER");
                    t.breaks("ERROR_BEFORE", "call", "LOOKUP", "count", 4);
                    t.pays("approve");
                }),
                new Row("answer lost, look-ups garbage", "after the capture", End.PAID, t -> {
                    t.order.pinsFor(Duration.ofMillis(500));
                    t.breaks("LOST_AFTER");
                    t.breaks("GARBAGE", "call", "LOOKUP", "count", 3);
                    t.pays("approve");
                }),
                new Row("captured late, the hold over, seats free", "look-up", End.PAID, t -> {
                            t.order.pinsFor(Duration.ofMillis(500));
                            t.breaks("LATE", "millis", 2_000);
                            t.pays("approve");
                        })
                        .onlyInTheLongRun(),
                new Row("captured late, the seats gone", "look-up", End.GIVEN_BACK, t -> {
                    t.order.pinsFor(Duration.ofMillis(500));
                    t.breaks("LATE", "millis", 2_000);
                    t.pays("approve");
                    town.loses(t.order);
                }),
                new Row("the hold ended", "before the confirm", End.NOT_CHARGED, t -> {
                    t.order.lapse();
                    t.pays("approve");
                }),
                new Row("inventory away", "before the pin", End.NOT_CHARGED, t -> {
                    town.inventoryAway(true);
                    t.pays("approve");
                }),
                new Row("inventory back", "second try with the same key", End.PAID, t -> {
                    town.inventoryAway(true);
                    String key = bank.approves(t.order.orderId, t.order.amount);
                    t.decided(t.order, key);
                    town.inventoryAway(false);
                    t.decided(t.order, key);
                }),
                new Row("confirmed behind our back", "before our confirm", End.PAID, t -> {
                    String key = bank.approves(t.order.orderId, t.order.amount);
                    bank.confirms(key, t.order.orderId, t.order.amount);
                    t.confirm(t.order, key);
                }),
                new Row("another payment of the order captured", "before our confirm", End.PAID, t -> {
                    String other = bank.approves(t.order.orderId, t.order.amount);
                    bank.confirms(other, t.order.orderId, t.order.amount);
                    t.pays("approve");
                }),
                new Row("webhook forged", "before the confirm", End.NOT_CHARGED, t -> {
                    String key = bank.approves(t.order.orderId, t.order.amount);
                    t.hook(key, "DONE");
                    t.hook(key, "DONE");
                }),
                new Row("webhook five times", "after the capture", End.PAID, t -> {
                    t.pays("approve");
                    for (int i = 0; i < 5; i++) {
                        t.hook("whatever", "DONE");
                    }
                }),
                new Row("webhooks out of order", "after the capture", End.PAID, t -> {
                    t.pays("approve");
                    t.hook("whatever", "CANCELED");
                    t.hook("whatever", "ABORTED");
                    t.hook("whatever", "IN_PROGRESS");
                }),
                new Row("webhook", "while nobody knows", End.PAID, t -> {
                    t.breaks("LOST_AFTER", "count", 2);
                    t.pays("approve");
                    t.hook("whatever", "DONE");
                }),
                whenGivingBack("connection lost", "before the refund", "LOST_BEFORE"),
                whenGivingBack("connection lost", "after the refund", "LOST_AFTER"),
                whenGivingBack("500", "before the refund", "ERROR_BEFORE").onlyInTheLongRun(),
                whenGivingBack("500", "after the refund", "ERROR_AFTER"),
                whenGivingBack("garbage", "after the refund", "GARBAGE"),
                new Row("answer lost, look-ups 500", "after the refund", End.GIVEN_BACK, t -> {
                    t.pays("approve");
                    await().until(() -> town.tickets(t.order) == 2);
                    t.breaks("LOST_AFTER", "call", "CANCEL");
                    t.breaks("ERROR_BEFORE", "call", "LOOKUP", "count", 2);
                    town.cancels(t.order, t.order.seatIds, 0);
                }),
                whenGivingBack("409 in flight", "at the refund", "IN_FLIGHT"),
                whenGivingBack("refunded a second late", "after the connection was lost", "LATE", "millis", 1_000)
                        .onlyInTheLongRun(),
                new Row("two seats given back one by one", "within a second", End.GIVEN_BACK, t -> {
                    t.pays("approve");
                    await().until(() -> town.tickets(t.order) == 2);
                    town.cancels(t.order, t.order.seatIds.subList(0, 1), 0);
                    town.cancels(t.order, t.order.seatIds.subList(1, 2), 0);
                }),
                new Row("the cancellation heard three times", "refund", End.GIVEN_BACK, t -> {
                    t.pays("approve");
                    await().until(() -> town.tickets(t.order) == 2);
                    BookingCancelled told = town.cancels(t.order, t.order.seatIds, 0);
                    town.says(told);
                    town.says(told);
                }));
    }

    private static Row whenConfirming(String fault, String moment, End end, String kind, Object... more) {
        return new Row(fault, moment, end, t -> {
            t.breaks(kind, more);
            t.pays("approve");
        });
    }

    private static Row whenGivingBack(String fault, String moment, String kind, Object... more) {
        return new Row(fault, moment, End.GIVEN_BACK, t -> {
            t.pays("approve");
            await().until(() -> town.tickets(t.order) == 2);
            bank.breaks(fault(kind, t.order, with("call", "CANCEL", more)));
            town.cancels(t.order, t.order.seatIds, 0);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPurchaseEndsRight(Row row) {
        order = opened(100_000, 2);

        row.story().accept(this);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertEnd(row.end()));
        assertThat(audit()).isEmpty();
    }

    @AfterEach
    void heal() {
        bank.heal();
        town.inventoryAway(false);
    }

    private void assertEnd(End end) {
        switch (end) {
            case PAID -> {
                assertThat(status(order)).isEqualTo("PAID");
                assertThat(bank.captured(order.orderId)).isEqualTo(order.amount);
                assertThat(bank.refunded(order.orderId)).isZero();
                assertThat(town.tickets(order)).isEqualTo(2);
                assertThat(ledger(order)).hasSize(1);
            }
            case NOT_CHARGED -> {
                assertThat(status(order)).isIn("READY", "FAILED");
                assertThat(bank.captured(order.orderId)).isZero();
                assertThat(town.tickets(order)).isZero();
                assertThat(ledger(order)).isEmpty();
            }
            case GIVEN_BACK -> {
                assertThat(status(order)).isEqualTo("CANCELLED");
                assertThat(bank.captured(order.orderId)).isEqualTo(order.amount);
                assertThat(bank.refunded(order.orderId)).isEqualTo(order.amount);
                assertThat(town.tickets(order)).isZero();
                assertThat(town.owns(order)).isFalse();
            }
        }
    }

    private void pays(String outcome) {
        confirm(order, bank.buyer(order.orderId, order.amount, outcome, null));
    }

    private void breaks(String kind, Object... more) {
        bank.breaks(fault(kind, order, more));
    }

    private void hook(String paymentKey, String status) {
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
