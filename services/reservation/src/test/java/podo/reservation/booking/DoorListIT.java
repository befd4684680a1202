package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.jdbc.Utc;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;

/** What the list of an event tells its door of those who hold the tickets. */
class DoorListIT extends BookingFixture {

    private static final int TICKETS = 5_000;

    @Autowired
    private JdbcTemplate batches;

    private final Fan door = Fan.of(fan + 5, Role.DOOR);

    @Test
    void theListNamesTheHolderOfEachTicketToTheDoor() {
        neighbours.name(fan, "박지훈", "jihun@example.com");
        publish(Instant.now().plus(Duration.ofHours(1)));
        Held held = inventory.createHold(event, fan, 2);
        buy(held);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(list(door).at("/holders/0/name").asString()).isEqualTo("박지훈"));
        JsonNode list = list(door);
        assertThat(list.path("holders")).hasSize(1);
        assertThat(list.at("/holders/0/order").asString()).isEqualTo(orderOf(held));
        assertThat(list.path("tickets")
                        .valueStream()
                        .map(ticket -> ticket.path("holder").asInt(-1)))
                .containsExactly(0, 0);
        assertThat(list.toString()).doesNotContain("jihun@");
        assertThat(Instant.parse(list.at("/event/namesUntil").asString()))
                .isAfter(Instant.now().plus(Duration.ofHours(12)));
        assertThat(listAs(Fan.of(fan)).status()).isEqualTo(403);
        assertThat(listAs(Fan.of(77, Role.ORGANISER)).status()).isEqualTo(404);
    }

    @Test
    void aTicketThatHasAnotherOwnerIsUnderTheNameOfThatOne() {
        neighbours.name(fan, "박지훈", "jihun@example.com");
        neighbours.name(fan + 1, "이서연", "seoyeon@example.com");
        publish(Instant.now().plus(Duration.ofHours(1)));
        buy(inventory.createHold(event, fan, 1));

        jdbc.sql("UPDATE ticket SET fan_id = ? WHERE fan_id = ?")
                .params(fan + 1, fan)
                .update();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(list(door).at("/holders/0/name").asString()).isEqualTo("이서연"));
        assertThat(list(door).toString()).doesNotContain("박지훈");
    }

    @Test
    void longBeforeAnEventAndAfterItTheListNamesNobody() {
        neighbours.name(fan, "박지훈", "jihun@example.com");
        publish(Instant.now().plus(Duration.ofHours(1)));
        buy(inventory.createHold(event, fan, 1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(list(door).at("/holders/0/name").asString()).isEqualTo("박지훈"));

        for (Duration ahead : List.of(Duration.ofDays(3), Duration.ofHours(-13))) {
            jdbc.sql("UPDATE known_show SET starts_at = ? WHERE event_id = ?")
                    .params(Utc.column(Instant.now().plus(ahead)), event)
                    .update();
            JsonNode list = list(door);
            assertThat(list.path("holders").toString()).as("%s", ahead).isEqualTo("[]");
            assertThat(list.toString()).doesNotContain("박지훈", "podo-").contains("\"tickets\":[{");
        }
    }

    @Test
    void theListOfFiveThousandTicketsComesQuickly() throws Exception {
        publish(Instant.now().plus(Duration.ofHours(1)));
        sell(TICKETS);
        long[] millis = new long[7];
        String body = "";
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            body = list(door).toString();
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        int packed = packed(body);
        System.out.printf(
                "Door's list, %d tickets with names: p50 %d ms, most %d ms, %d kB, %d kB compressed%n",
                TICKETS, millis[3], millis[6], body.getBytes(StandardCharsets.UTF_8).length / 1000, packed / 1000);
        assertThat(millis[3]).isLessThan(3_000);
        assertThat(packed).isLessThan(600_000);
    }

    private void sell(int count) {
        List<Object[]> bookings = new ArrayList<>();
        List<Object[]> seats = new ArrayList<>();
        List<Object[]> tickets = new ArrayList<>();
        List<Object[]> accounts = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            long seat = event * 1_000_000 + i + 1;
            bookings.add(new Object[] {
                id,
                "podo-" + id.replace("-", "").substring(0, 22),
                UUID.randomUUID().toString(),
                event,
                fan + i,
                Utc.millis(now),
                Utc.millis(now)
            });
            seats.add(new Object[] {id, seat, "R" + i / 50, i % 50});
            tickets.add(new Object[] {
                id, fan + i, seat, "PODO-" + id.substring(0, 18).toUpperCase(), Utc.millis(now)
            });
            accounts.add(new Object[] {fan + i, "김" + "서지민하".charAt(i % 4) + (char) ('가' + i), Utc.millis(now)});
        }
        batches.batchUpdate(
                "INSERT INTO booking (id, order_id, hold_id, event_id, fan_id, amount, state, created_at, expires_at, pass_id, version)"
                        + " VALUES (?, ?, ?, ?, ?, 10000, 'CONFIRMED', ?, ?, 'p', 0)",
                bookings);
        batches.batchUpdate(
                "INSERT INTO booked_seat (booking_id, seat_id, section, seat_row, seat_number, grade, price, state)"
                        + " VALUES (?, ?, '1층', ?, ?, 'R', 10000, 'BOOKED')",
                seats);
        batches.batchUpdate(
                "INSERT INTO ticket (booking_id, fan_id, seat_id, code, valid, issued_at) VALUES (?, ?, ?, ?, TRUE, ?)",
                tickets);
        batches.batchUpdate(
                "INSERT IGNORE INTO known_account (id, name, email, asked_at) VALUES (?, ?, '', ?)", accounts);
    }

    private static int packed(String body) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }

    private JsonNode list(Fan who) {
        Reply list = listAs(who);
        assertThat(list.status()).isEqualTo(200);
        return list.body();
    }

    private Reply listAs(Fan who) {
        return sendAs(HttpRequest.newBuilder(at("/api/checkins/events/" + event)), who);
    }
}
