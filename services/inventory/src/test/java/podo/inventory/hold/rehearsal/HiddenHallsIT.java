package podo.inventory.hold.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.inventory.HiddenCopies;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;
import tools.jackson.databind.json.JsonMapper;

/** A hidden copy is held like any hall, is seen by nobody and counted by nothing, and goes with all that was written of it. */
@InventoryIT
class HiddenHallsIT {

    private static final AtomicLong COPIES = new AtomicLong();

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Autowired
    private HiddenHallSweeper sweeper;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void seatsOfACopyAreHeldOnceAndComeBack() {
        long copy = lay(newCopy(Instant.now()), halls.open(2, 10), 8);
        List<Long> free = free(copy);
        assertThat(free).hasSize(8).isSorted();

        assertThat(hold(copy, 0, free.subList(0, 2)).status()).isEqualTo(201);
        assertThat(hold(copy, 0, free.subList(0, 2)).status()).as("again").isEqualTo(201);
        Api.Answer refused = hold(copy, 1, free.subList(1, 3));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:problem:seats-taken");
        assertThat(free(copy)).hasSize(6);

        String holdId = hold(copy, 2, free.subList(3, 5)).body().path("holdId").asString();
        assertThat(free(copy)).hasSize(4);
        assertThat(service("/" + copy + "/holds/" + holdId, "DELETE", "").status())
                .isEqualTo(204);
        assertThat(free(copy)).hasSize(6);
        remove(copy);
    }

    @Test
    void itIsInNoListNoAuditAndNoFiguresAndNothingOfItIsLeft() {
        long event = halls.open(2, 10);
        double before = heldSeats();
        long copy = lay(newCopy(Instant.now()), event, 8);
        hold(copy, 0, free(copy).subList(0, 2));

        long fan = Api.newFan();
        for (String path : List.of("/seats", "/seats/layout", "/seats/state")) {
            assertThat(api.send(api.as(fan, "/api/events/" + copy + path).GET()).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(api.hold(fan, copy, SeatIds.of(copy, 5)).status()).isBetween(403, 404);
        for (String list : List.of("halls", "plans", "sold?after=" + Long.MIN_VALUE + "&limit=1000")) {
            Api.Answer audit = api.send(api.asService("/internal/audit/" + list).GET());
            assertThat(audit.status()).as(list).isEqualTo(200);
            assertThat(new String(audit.http().body()))
                    .as(list)
                    .doesNotContain(Long.toString(copy))
                    .doesNotContain(Long.toString(copy + 1));
        }
        assertThat(heldSeats()).isEqualTo(before);

        remove(copy);
        assertNothingIsLeft(copy);
        remove(copy); // again
        assertThat(jdbc.sql("SELECT COUNT(*) FROM seat WHERE id BETWEEN ? AND ?")
                        .params(SeatIds.of(event, 0), SeatIds.of(event, 999))
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void whatAKilledRehearsalLeftIsSweptByItsAge() {
        long event = halls.open(1, 10);
        long old = lay(newCopy(Instant.now().minus(HiddenHalls.LIFE).minusSeconds(60)), event, 4);
        long young = lay(newCopy(Instant.now()), event, 4);
        hold(old, 0, List.of(SeatIds.of(old, 1))); // refused when the service swept meanwhile
        sweeper.sweep();
        assertNothingIsLeft(old);
        assertThat(free(young)).hasSize(4);
        remove(young);
    }

    @Test
    void anEventIsNoCopyAndOnlyServicesCall() {
        long event = halls.open(1, 4);
        assertThat(service("/" + event, "DELETE", "").status()).isEqualTo(404);
        assertThat(service("/" + event + "/seats", "GET", "").status()).isEqualTo(404);
        assertThat(service("/" + event, "POST", request(event, 4)).status()).isEqualTo(404);
        assertThat(service("/" + newCopy(Instant.now()), "POST", request(event, 100_000))
                        .status())
                .isEqualTo(400);
        assertThat(api.send(api.asOrganiser(TestHalls.ORGANISER, "/internal/hidden-copies/-5")
                                .DELETE())
                        .status())
                .isEqualTo(401);
    }

    private void assertNothingIsLeft(long copy) {
        Object[] range = {SeatIds.of(copy, 0), SeatIds.of(copy + 1, 0) - 1};
        assertThat(count("seat WHERE id BETWEEN ? AND ?", range)).isZero();
        assertThat(count("seat_history WHERE seat_id BETWEEN ? AND ?", range)).isZero();
        for (String table : List.of("hall", "grade", "hold", "area")) {
            assertThat(count(table + " WHERE event_id = ?", copy)).as(table).isZero();
        }
        assertThat(redis.hasKey("inv:{" + copy + "}:marks")).isFalse();
        assertThat(redis.hasKey("inv:{" + copy + "}:version")).isFalse();
    }

    private int count(String from, Object... params) {
        return jdbc.sql("SELECT COUNT(*) FROM " + from)
                .params(params)
                .query(Integer.class)
                .single();
    }

    private double heldSeats() {
        return jdbc.sql(
                        "SELECT COALESCE(SUM(seats), 0) FROM hold WHERE event_id > 0 AND status = 'HELD' AND held_until > UTC_TIMESTAMP(3)")
                .query(Double.class)
                .single();
    }

    /** A second apart from all others, as the id is a time. */
    private static long newCopy(Instant at) {
        return HiddenCopies.idAt(at) - COPIES.incrementAndGet();
    }

    private long lay(long copy, long event, int seats) {
        Api.Answer laid = service("/" + copy, "POST", request(event, seats));
        assertThat(laid.status()).isEqualTo(201);
        assertThat(laid.body().path("seats").asInt()).isEqualTo(seats);
        return copy;
    }

    private static String request(long event, int seats) {
        return "{\"eventId\":" + event + ",\"seats\":" + seats + ",\"seatsPerFan\":2}";
    }

    private List<Long> free(long copy) {
        Api.Answer answer = service("/" + copy + "/seats", "GET", "");
        assertThat(answer.status()).isEqualTo(200);
        return List.of(JsonMapper.shared().readValue(answer.http().body(), Long[].class));
    }

    private Api.Answer hold(long copy, int fan, List<Long> seats) {
        return service(
                "/" + copy + "/holds",
                "POST",
                "{\"fanId\":" + HiddenCopies.scriptedFan(fan) + ",\"seatIds\":" + seats + ",\"passId\":\""
                        + "pass-" + copy + fan + "\",\"passUntil\":\""
                        + Instant.now().plus(Duration.ofMinutes(15)) + "\"}");
    }

    private void remove(long copy) {
        assertThat(service("/" + copy, "DELETE", "").status()).isEqualTo(204);
    }

    private Api.Answer service(String path, String method, String body) {
        return api.send(api.asService("/internal/hidden-copies" + path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
