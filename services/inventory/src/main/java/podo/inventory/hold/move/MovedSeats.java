package podo.inventory.hold.move;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.hold.Hold;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The rows that an exchange of sold seats changes, and the log of exchanges. */
@Repository
public class MovedSeats {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    MovedSeats(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Locks the seats, ordered by id as all seat locks are, and returns those that somebody has: sold, or held and not lapsed. */
    Set<Long> lockAndFindTaken(Collection<Long> seatIds) {
        Instant now = clock.instant();
        Set<Long> taken = new HashSet<>();
        jdbc.sql("SELECT id, status, held_until FROM seat WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .query(row -> {
                    Instant until = Utc.instantOrNull(row, "held_until");
                    boolean isHeld = row.getString("status").equals("H") && until != null && until.isAfter(now);
                    if (isHeld || row.getString("status").equals("S")) {
                        taken.add(row.getLong("id"));
                    }
                });
        return taken;
    }

    /** Those of the seats that are sold to this order. */
    Set<Long> ownedBy(String orderId, Collection<Long> seatIds) {
        return jdbc.sql("SELECT seat_id FROM sold_seat WHERE seat_id IN (:ids) AND order_id = :order")
                .param("ids", StatementPadding.padded(seatIds))
                .param("order", orderId)
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** Sells free and blocked seats to the hold; returns how many. */
    int sell(Hold hold, Collection<Long> seatIds) {
        return jdbc.sql("""
                        UPDATE seat SET status = 'S', hold_id = :hold, held_until = NULL, version = version + 1
                        WHERE id IN (:ids) AND (status IN ('A', 'B') OR (status = 'H' AND held_until <= :now))
                        """)
                .param("hold", hold.id())
                .param("ids", StatementPadding.padded(seatIds))
                .param("now", Utc.millis(clock.instant()))
                .update();
    }

    /** Gives up sold seats of the hold; returns how many. */
    int giveUp(Hold hold, Collection<Long> seatIds, boolean blocked) {
        return jdbc.sql("""
                        UPDATE seat SET status = :status, hold_id = NULL, held_until = NULL, version = version + 1
                        WHERE id IN (:ids) AND status = 'S' AND hold_id = :hold
                        """)
                .param("status", blocked ? "B" : "A")
                .param("ids", StatementPadding.padded(seatIds))
                .param("hold", hold.id())
                .update();
    }

    /** Exchanges the seats in the table of sold seats and in the hold, whose prices keep their places, and logs it. */
    void record(Hold hold, MoveRequest move) {
        List<Object[]> pairs = IntStream.range(0, move.from().size())
                .mapToObj(i -> new Object[] {move.from().get(i), move.to().get(i)})
                .toList();
        batches.batchUpdate(
                "UPDATE sold_seat SET held_as = COALESCE(held_as, seat_id), seat_id = ? WHERE seat_id = ? AND order_id = ?",
                pairs.stream()
                        .map(pair -> new Object[] {pair[1], pair[0], move.orderId()})
                        .toList());
        jdbc.sql("UPDATE hold SET seat_ids = ? WHERE id = ?")
                .params(exchanged(hold.ids(), move), hold.id())
                .update();
        batches.batchUpdate(
                "INSERT INTO seat_move (move_id, order_id, from_seat, to_seat, who, at) VALUES (?, ?, ?, ?, ?, ?)",
                pairs.stream()
                        .map(pair -> new Object[] {
                            move.moveId(), move.orderId(), pair[0], pair[1], move.who(), Utc.millis(clock.instant())
                        })
                        .toList());
    }

    private static String exchanged(List<Long> seatIds, MoveRequest move) {
        Map<Long, Long> moved = IntStream.range(0, move.from().size())
                .boxed()
                .collect(Collectors.toMap(move.from()::get, move.to()::get));
        return seatIds.stream()
                .map(id -> Long.toString(moved.getOrDefault(id, id)))
                .collect(Collectors.joining(","));
    }

    /** The id of the exchange that gave the order this seat. */
    Optional<String> moveTo(String orderId, long seatId) {
        return jdbc.sql("SELECT move_id FROM seat_move WHERE order_id = ? AND to_seat = ? ORDER BY id DESC LIMIT 1")
                .params(orderId, seatId)
                .query(String.class)
                .optional();
    }

    /** The seats that the order has now in place of these; a seat that was never moved stands for itself. */
    public List<Long> current(String orderId, List<Long> seatIds) {
        record Step(long from, long to) {}
        List<Step> steps = jdbc.sql("SELECT from_seat, to_seat FROM seat_move WHERE order_id = ? ORDER BY id")
                .param(orderId)
                .query((row, n) -> new Step(row.getLong(1), row.getLong(2)))
                .list();
        if (steps.isEmpty()) {
            return seatIds;
        }
        Set<Long> owned = ownedBy(orderId, seatIds);
        Map<Long, Long> now = new HashMap<>();
        for (Step step : steps) {
            now.replaceAll((first, last) -> last == step.from() ? step.to() : last);
            now.putIfAbsent(step.from(), step.to());
        }
        List<Long> current = new ArrayList<>();
        seatIds.forEach(id -> current.add(owned.contains(id) ? id : now.getOrDefault(id, id)));
        return current;
    }
}
