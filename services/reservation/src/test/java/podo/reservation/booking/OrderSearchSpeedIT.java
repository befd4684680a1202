package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import podo.reservation.account.AccountNames;
import podo.starter.jdbc.Utc;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;

/** A search among 100,000 orders of one event, over HTTP. */
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class OrderSearchSpeedIT extends BookingFixture {

    private static final int ORDERS = 100_000;
    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);
    private static final String FAMILY = "김이박최정강조윤장임";
    private static final String GIVEN = "지서민예하도주윤시은현준우진수영호연아인";

    @Autowired
    private JdbcTemplate batches;

    @Autowired
    private AccountNames names;

    @Test
    void aHalfRememberedNameIsFoundAmongAHundredThousandOrders() {
        publish(Instant.now().plus(Duration.ofDays(365)));
        List<Object[]> bookings = new ArrayList<>();
        List<Object[]> seats = new ArrayList<>();
        List<Object[]> accounts = new ArrayList<>();
        Instant start = Instant.now().minus(Duration.ofDays(1));
        for (int i = 0; i < ORDERS; i++) {
            String id = UUID.randomUUID().toString();
            long buyer = fan + i;
            neighbours.name(buyer, name(i), "fan" + i * 7919L % 1_000_003 + "@example.com");
            bookings.add(new Object[] {
                id,
                "podo-" + id.replace("-", "").substring(0, 22),
                UUID.randomUUID().toString(),
                event,
                buyer,
                Utc.millis(start.plusMillis(i * 500L)),
                Utc.millis(start)
            });
            seats.add(new Object[] {id, event * 1_000_000 + i + 1, "R" + i % 200, i % 500});
            accounts.add(new Object[] {buyer});
        }
        insert(
                "INSERT INTO booking (id, order_id, hold_id, event_id, fan_id, amount, state, created_at, expires_at, pass_id, version)"
                        + " VALUES (?, ?, ?, ?, ?, 10000, 'CONFIRMED', ?, ?, 'p', 0)",
                bookings);
        insert(
                "INSERT INTO booked_seat (booking_id, seat_id, section, seat_row, seat_number, grade, price, state)"
                        + " VALUES (?, ?, '1층', ?, ?, 'R', 10000, 'BOOKED')",
                seats);
        insert("INSERT INTO known_account (id) VALUES (?)", accounts);
        while (jdbc.sql("SELECT COUNT(*) FROM known_account WHERE asked_at IS NULL")
                        .query(Long.class)
                        .single()
                > 0) {
            names.learnNew();
        }

        Map<String, Long> took = new TreeMap<>();
        for (String words : List.of("", "지훈", "서연 김", "김민", "김", "fan12", "podo-1a", "R17-133", "없는이름")) {
            took.put("\"" + words + "\"", median(words));
        }
        System.out.println("milliseconds among " + ORDERS + " orders: " + took);
        took.forEach((words, millis) -> assertThat(millis).as(words).isLessThan(1_500));
    }

    private static String name(int i) {
        return "" + FAMILY.charAt(i % 10) + GIVEN.charAt(i / 10 % 20)
                + (i % 97 == 0 ? "훈" : GIVEN.charAt(i / 200 % 20));
    }

    private void insert(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += 5_000) {
            batches.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + 5_000)));
        }
    }

    private long median(String words) {
        long[] millis = new long[7];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            JsonNode page = sendAs(
                            HttpRequest.newBuilder(at("/api/organiser/orders?size=25&eventId=" + event + "&query="
                                    + URLEncoder.encode(words, StandardCharsets.UTF_8))),
                            ORGANISER)
                    .body();
            millis[i] = (System.nanoTime() - began) / 1_000_000;
            if (i == 0) {
                System.out.println(words + ": " + page.at("/page/totalElements").asLong());
            }
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }
}
