package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.inventory.SeatsMoved;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.booking.move.SeatMoves;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;

/** What leaves as a file: all orders seat by seat, and the money of an event as payment's ledger has it. */
class EventReportIT extends BookingFixture {

    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);

    @Autowired
    private SeatMoves moves;

    @BeforeEach
    void publishTheShow() {
        publish(Instant.now().plus(Duration.ofDays(365)));
    }

    @Test
    void everySeatOfEveryOrderIsReadOnceWhateverTheSizeOfAPage() {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Held held = inventory.createHold(event, fan + i, 2);
            neighbours.name(fan + i, "=cmd|' /C calc'!A" + i, "f" + i + "@example.com");
            buy(held);
            orders.add(orderOf(held));
        }
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = ask(ORGANISER, "/order-lines?size=2&after=" + after).body();
            page.path("lines").forEach(lines::add);
            after = page.path("last").asString("");
        } while (!after.isEmpty());

        assertThat(lines).hasSize(10);
        assertThat(lines.stream().map(line -> line.path("orderId").asString()).distinct())
                .as("oldest first")
                .containsExactlyElementsOf(orders);
        assertThat(lines.getFirst().path("name").asString()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("ticket").asString()).startsWith("PODO-");
            assertThat(line.path("seatStatus").asString()).isEqualTo("BOOKED");
        });
        assertThat(ask(Fan.of(1, Role.ORGANISER), "/order-lines").status()).isEqualTo(404);
        assertThat(ask(Fan.of(fan), "/order-lines").status()).isEqualTo(403);
        assertThat(ask(null, "/order-lines").status()).isEqualTo(401);
        assertThat(ask(ORGANISER, "/order-lines?size=1001").status()).isEqualTo(400);
        assertThat(ask(ORGANISER, "/order-lines?after=podo-none").status()).isEqualTo(404);
    }

    @Test
    void theMoneyAgreesWithTheLedgerToTheWonAlsoAfterAMove() {
        Held held = inventory.createHold(event, fan, 3);
        buy(held);
        String order = orderOf(held);
        List<Long> seats = held.seatIds();
        long moved = seats.get(1) + 500_000;
        moves.apply(new SeatsMoved(
                event,
                held.id(),
                order,
                "m-" + event,
                List.of(new SeatsMoved.Move(seats.get(1), moved, "2층", "B", 1, "VIP"))));
        String ids = seats.stream().map(String::valueOf).collect(Collectors.joining(","));
        neighbours.stubLedger(event, """
                {"last":"","movements":[
                 {"id":1,"orderId":"%1$s","kind":"CAPTURED","amount":60000,"fee":0,"at":"2026-12-11T15:30:00Z","seatIds":[%2$s]},
                 {"id":2,"orderId":"%1$s","kind":"REFUNDED","amount":27001,"fee":2999,"at":"2026-12-12T14:59:59Z","seatIds":[%3$d,%4$d]},
                 {"id":3,"orderId":"%1$s","kind":"CAPTURED","amount":60000,"fee":0,"at":"2026-12-12T15:00:00Z","seatIds":[]},
                 {"id":4,"orderId":"%1$s","kind":"REFUNDED","amount":60000,"fee":0,"at":"2026-12-12T15:00:01Z","seatIds":[]}
                ]}""".formatted(order, ids, seats.get(0), seats.get(1)));

        JsonNode report = ask(ORGANISER, "/money").body();

        assertThat(report.path("captured").asLong()).isEqualTo(120_000);
        assertThat(report.path("refunded").asLong()).isEqualTo(87_001);
        assertThat(report.path("lines")
                        .valueStream()
                        .mapToLong(line -> line.path("amount").asLong())
                        .sum())
                .isEqualTo(120_000 - 87_001);
        assertThat(report.path("lines").valueStream().map(EventReportIT::words))
                .containsExactly(
                        "2026-12-12 R SOLD 3 60000 0",
                        "2026-12-12 R REFUNDED 2 -27001 2999",
                        "2026-12-13  SURPLUS 0 60000 0",
                        "2026-12-13  SURPLUS_REFUNDED 0 -60000 0");
        assertThat(ask(Fan.of(1, Role.ORGANISER), "/money").status()).isEqualTo(404);
    }

    private static String words(JsonNode line) {
        return line.path("day").asString() + " " + line.path("grade").asString() + " "
                + line.path("kind").asString() + " " + line.path("tickets").asInt() + " "
                + line.path("amount").asLong() + " " + line.path("fee").asLong();
    }

    private Reply ask(@Nullable Fan who, String path) {
        return sendAs(HttpRequest.newBuilder(at("/api/organiser/events/" + event + path)), who);
    }
}
