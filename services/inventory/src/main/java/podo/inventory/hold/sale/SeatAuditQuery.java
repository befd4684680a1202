package podo.inventory.hold.sale;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.inventory.seat.Hall;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads who owns which seat, and the sums of each hall's seats. */
@Component
class SeatAuditQuery {

    /**
     * @param price at which the seat was held, in whole won; null when its hold is from a version that did not keep it
     * @param grade of the seat that was held and paid for, which is another one after a move
     * @param heldAt when it was held
     * @param movedFrom the seat that the order had before this one; null when it was not moved
     */
    record SoldSeat(
            long seatId,
            String orderId,
            @Nullable String grade,
            @Nullable Long price,
            @Nullable Instant heldAt,
            @Nullable Long movedFrom) {}

    /** An event's prices and rules as seats are sold by them now. */
    record HallPlan(long eventId, int seatsPerFan, Instant salesEndAt, List<PlanGrade> grades) {}

    /** @param kinds of ticket beside the usual one */
    record PlanGrade(String name, long price, List<Hall.Kind> kinds) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@code sold} counts rows of sold_seat, the others seats by status and places by area: together they must equal the capacity. */
    record HallSums(long eventId, long capacity, long free, long held, long sold, long blocked) {

        HallSums plus(HallSums more) {
            return new HallSums(
                    eventId,
                    capacity + more.capacity,
                    free + more.free,
                    held + more.held,
                    sold + more.sold,
                    blocked + more.blocked);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatAuditQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<SoldSeat> sold(long after, int limit) {
        return jdbc.sql("""
                        SELECT x.seat_id, x.order_id, h.seat_ids, h.prices, g.name AS grade,
                            COALESCE((SELECT MIN(b.held_at) FROM give_back b WHERE b.claim_hold = x.hold_id AND b.state = 'SOLD'),
                                h.created_at) AS created_at,
                            IF(x.held_as IS NULL, NULL, (SELECT m.from_seat FROM seat_move m
                                WHERE m.order_id = x.order_id AND m.to_seat = x.seat_id ORDER BY m.id DESC LIMIT 1)) AS moved_from
                        FROM sold_seat x
                        LEFT JOIN hold h ON h.id = x.hold_id
                        LEFT JOIN seat s ON s.id = COALESCE(x.held_as, x.seat_id)
                        LEFT JOIN area a ON a.id = x.area_id
                        LEFT JOIN grade g ON g.event_id = h.event_id AND g.position = COALESCE(s.grade, a.grade)
                        WHERE x.seat_id > ? ORDER BY x.seat_id LIMIT ?
                        """)
                .params(after, Math.min(limit, 10_000))
                .query((row, n) -> new SoldSeat(
                        row.getLong("seat_id"),
                        row.getString("order_id"),
                        row.getString("grade"),
                        heldPrice(row.getLong("seat_id"), row.getString("seat_ids"), row.getString("prices")),
                        Utc.instantOrNull(row, "created_at"),
                        row.getObject("moved_from", Long.class)))
                .list();
    }

    /** 0 when the hold does not name the seat: no price was ever agreed, and the audit finds the ticket's another one. */
    private static @Nullable Long heldPrice(long seatId, @Nullable String seatIds, @Nullable String prices) {
        if (seatIds == null || prices == null || prices.isEmpty()) {
            return null;
        }
        int place = List.of(seatIds.split(",")).indexOf(Long.toString(seatId));
        return place < 0 ? 0 : Long.parseLong(prices.split(",")[place]);
    }

    /** Of every event that is laid out and not cancelled; hidden copies, the only halls with negative ids, are left out, here and below. */
    List<HallPlan> plans() {
        Map<Long, List<PlanGrade>> grades = new HashMap<>();
        jdbc.sql("SELECT event_id, name, price, kinds FROM grade WHERE event_id > 0 ORDER BY event_id, position")
                .query(row -> {
                    grades.computeIfAbsent(row.getLong("event_id"), event -> new ArrayList<>())
                            .add(new PlanGrade(
                                    row.getString("name"), row.getLong("price"), kinds(row.getString("kinds"))));
                });
        return jdbc.sql(
                        "SELECT event_id, seats_per_fan, sales_end_at FROM hall WHERE event_id > 0 AND laid_version > 0 AND NOT cancelled")
                .query((row, n) -> new HallPlan(
                        row.getLong("event_id"),
                        row.getInt("seats_per_fan"),
                        Utc.instant(row, "sales_end_at"),
                        grades.getOrDefault(row.getLong("event_id"), List.of())))
                .list();
    }

    private static List<Hall.Kind> kinds(@Nullable String column) {
        return column == null ? List.of() : JSON.readValue(column, new TypeReference<>() {});
    }

    List<HallSums> halls() {
        Map<Long, HallSums> byEvent = new TreeMap<>();
        Stream.concat(seats().stream(), areas().stream())
                .forEach(sums -> byEvent.merge(sums.eventId(), sums, HallSums::plus));
        return List.copyOf(byEvent.values());
    }

    /** Of each area what its count leaves free, what its holds have, and what sold_seat says: a wrong count does not add up. */
    private List<HallSums> areas() {
        return jdbc.sql("""
                        SELECT a.event_id, a.capacity, a.capacity - a.taken + COALESCE(SUM(IF(h.ends_at <= :now, h.places, 0)), 0) AS free,
                            COALESCE(SUM(IF(h.ends_at > :now, h.places, 0)), 0) AS held,
                            (SELECT COUNT(*) FROM sold_seat x WHERE x.area_id = a.id) AS sold
                        FROM area a LEFT JOIN area_hold h ON h.area_id = a.id
                        GROUP BY a.id, a.event_id, a.capacity, a.taken
                        """)
                .param("now", Utc.millis(clock.instant()))
                .query((row, n) -> new HallSums(
                        row.getLong("event_id"),
                        row.getLong("capacity"),
                        row.getLong("free"),
                        row.getLong("held"),
                        row.getLong("sold"),
                        0))
                .list();
    }

    private List<HallSums> seats() {
        return jdbc.sql("""
                        SELECT FLOOR(s.id / :seatsPerEvent) AS event_id, COUNT(*) AS capacity,
                            SUM(s.status = 'A' OR (s.status = 'H' AND s.held_until <= :now)) AS free,
                            SUM(s.status = 'H' AND s.held_until > :now) AS held,
                            SUM(x.seat_id IS NOT NULL) AS sold, SUM(s.status = 'B') AS blocked
                        FROM seat s LEFT JOIN sold_seat x ON x.seat_id = s.id
                        WHERE s.id > 0
                        GROUP BY FLOOR(s.id / :seatsPerEvent)
                        """)
                .param("seatsPerEvent", SeatIds.SEATS_PER_EVENT)
                .param("now", Utc.millis(clock.instant()))
                .query((row, n) -> new HallSums(
                        row.getLong("event_id"),
                        row.getLong("capacity"),
                        row.getLong("free"),
                        row.getLong("held"),
                        row.getLong("sold"),
                        row.getLong("blocked")))
                .list();
    }
}
