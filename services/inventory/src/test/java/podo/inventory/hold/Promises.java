package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.inventory.seat.SeatHistory.Cause;
import podo.starter.jdbc.Utc;

/** Records what fans were answered during a run; afterwards the database must confirm all of it. */
final class Promises {

    private record Row(Hold.Status status, @Nullable String orderId, Instant heldUntil) {}

    /** Holds that were answered, not those whose answer was lost. */
    private final Map<String, Hold> held = new ConcurrentHashMap<>();
    /** The last end that a fan was answered. */
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Map<String, Instant> released = new ConcurrentHashMap<>();
    private final Map<String, String> paid = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> refunded = new ConcurrentHashMap<>();

    void held(Hold hold) {
        held.put(hold.id(), hold);
        lasts(hold);
    }

    void lasts(Hold hold) {
        until.merge(hold.id(), hold.heldUntil(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The test ended the hold at this time, whatever was answered before. */
    void ended(String holdId, Instant at) {
        ended.putIfAbsent(holdId, at);
    }

    void released(String holdId, Instant at) {
        released.putIfAbsent(holdId, at);
    }

    /** Paid while it was pinned, so the seats must be sold to the fan. */
    void paid(String holdId, String orderId) {
        paid.put(holdId, orderId);
    }

    void refunded(String holdId, Collection<Long> seatIds) {
        refunded.computeIfAbsent(holdId, id -> ConcurrentHashMap.newKeySet()).addAll(seatIds);
    }

    int answered() {
        return held.size();
    }

    /** Asserts that the database confirms all answers; returns the end of each hold. */
    Map<String, Instant> areKept(JdbcClient jdbc, List<SeatLives.Change> changes) {
        Map<String, Row> rows = rows(jdbc);
        Map<String, Map<Cause, Integer>> written = written(changes);
        assertThat(List.of(held.size(), released.size(), paid.size(), refunded.size()))
                .as("holds, releases, payments and refunds that were answered")
                .allMatch(answers -> answers > 0);
        held.forEach((id, hold) -> {
            assertThat(rows).as("a hold that was answered").containsKey(id);
            assertThat(times(written, id, Cause.HELD))
                    .as("seats of %s", hold)
                    .isEqualTo(hold.seatIds().size());
        });
        Map<String, Instant> ends = new HashMap<>();
        rows.forEach((id, row) -> ends.put(id, ended.getOrDefault(id, until.getOrDefault(id, row.heldUntil()))));
        released.forEach((id, at) -> {
            if (at.isBefore(ends.get(id)) && !paid.containsKey(id)) {
                assertThat(rows.get(id).status()).as("%s was given back", id).isEqualTo(Hold.Status.RELEASED);
                assertThat(times(written, id, Cause.RELEASED))
                        .as("seats that %s gave back", id)
                        .isEqualTo(times(written, id, Cause.HELD));
            }
        });
        paid.forEach((id, order) -> {
            assertThat(rows.get(id).orderId()).as("the order of %s", id).isEqualTo(order);
            assertThat(rows.get(id).status())
                    .as("%s was paid in time", id)
                    .isIn(Hold.Status.SOLD, Hold.Status.RETURNED);
            assertThat(times(written, id, Cause.SOLD))
                    .as("seats that %s bought", id)
                    .isEqualTo(times(written, id, Cause.HELD));
        });
        refunded.forEach((id, seats) -> {
            if (paid.containsKey(id)) {
                assertThat(times(written, id, Cause.REFUNDED))
                        .as("seats refunded to %s", id)
                        .isEqualTo(seats.size());
            }
        });
        return ends;
    }

    private static int times(Map<String, Map<Cause, Integer>> written, String hold, Cause cause) {
        return written.getOrDefault(hold, Map.of()).getOrDefault(cause, 0);
    }

    private static Map<String, Map<Cause, Integer>> written(List<SeatLives.Change> changes) {
        Map<String, Map<Cause, Integer>> written = new HashMap<>();
        for (SeatLives.Change change : changes) {
            if (change.holdId() != null) {
                written.computeIfAbsent(change.holdId(), id -> new EnumMap<>(Cause.class))
                        .merge(change.cause(), 1, Integer::sum);
            }
        }
        return written;
    }

    private static Map<String, Row> rows(JdbcClient jdbc) {
        Map<String, Row> rows = new HashMap<>();
        jdbc.sql("SELECT id, status, order_id, held_until FROM hold").query(row -> {
            rows.put(
                    row.getString("id"),
                    new Row(
                            Hold.Status.valueOf(row.getString("status")),
                            row.getString("order_id"),
                            Utc.instant(row, "held_until")));
        });
        return rows;
    }
}
