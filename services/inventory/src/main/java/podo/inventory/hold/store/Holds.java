package podo.inventory.hold.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.SeatIds;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.seat.Hall;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The table of holds. */
@Repository
public class Holds {

    private static final String COLUMNS =
            "id, event_id, fan_id, seat_ids, areas, prices, total, status, held_until, pass_id, pass_until, extended, order_id";
    private static final int SHORTENED_AT_ONCE = 500;
    private static final Account NEW = new Account(0, 0);
    /** The row with this fan id carries the hall's limit per fan; it is missing when the revision differs or the hall is cancelled. */
    private static final long LIMIT_ROW = 0;

    private final JdbcClient jdbc;
    private final Clock clock;

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Inserts those of the holds that stay within the limit per fan, counting live holds, pinned ones and bought seats; none when
     * the hall has another revision. Returns the inserted holds. Two concurrent holds of one fan violate the unique key
     * fan_turn, so the limit holds.
     */
    public List<Hold> open(List<HoldDraft> drafts, Hall hall) {
        Map<Long, Account> accounts = accounts(drafts, hall);
        int limit = accounts.getOrDefault(LIMIT_ROW, NEW).seats();
        List<HoldDraft> open = drafts.stream()
                .filter(draft ->
                        account(accounts, draft).seats() + draft.hold().ids().size() <= limitOf(draft.hold(), limit))
                .toList();
        if (!open.isEmpty()) {
            insert(open, accounts);
        }
        return open.stream().map(HoldDraft::hold).toList();
    }

    /** @param perFan 0 when the hall has another revision or is cancelled: then nobody gets a seat */
    private static int limitOf(Hold hold, int perFan) {
        return hold.isOfBoxOffice() && perFan > 0 ? Hold.MOST_AT_THE_BOX_OFFICE : perFan;
    }

    /** Ordered by fan, so that concurrent batches lock the unique key in one order. */
    private void insert(List<HoldDraft> drafts, Map<Long, Account> accounts) {
        List<HoldDraft> byFan = drafts.stream()
                .sorted(Comparator.comparingLong(draft -> draft.hold().fanId()))
                .toList();
        StatementPadding.split(byFan).forEach(part -> insertPart(part, accounts));
    }

    private void insertPart(List<HoldDraft> drafts, Map<Long, Account> accounts) {
        String row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, 'HELD', ?, ?, ?, ?, ?)";
        var statement = jdbc.sql("""
                INSERT INTO hold (id, event_id, fan_id, turn, seat_ids, areas, prices, seats, total, status, held_until,
                                  pass_id, pass_until, request_key, created_at)
                VALUES\s""" + String.join(", ", Collections.nCopies(drafts.size(), row)));
        for (HoldDraft draft : drafts) {
            Hold hold = draft.hold();
            statement = statement
                    .params(
                            hold.id(),
                            hold.eventId(),
                            hold.fanId(),
                            account(accounts, draft).turns() + 1,
                            join(hold.ids()),
                            HeldAreasColumn.write(hold.areas()),
                            join(hold.prices()),
                            hold.ids().size(),
                            hold.total(),
                            Utc.millis(hold.heldUntil()),
                            hold.passId(),
                            Utc.millis(hold.passUntil()))
                    .param(draft.requestHash())
                    .param(Utc.millis(clock.instant()));
        }
        statement.update();
    }

    /**
     * A fan's holds of one event so far.
     *
     * @param turns number of holds
     * @param seats seats that count against the limit now
     */
    private record Account(int turns, int seats) {}

    private Map<Long, Account> accounts(List<HoldDraft> drafts, Hall hall) {
        Map<Long, Account> accounts = new HashMap<>();
        List<Long> fans = StatementPadding.padded(
                drafts.stream().map(draft -> draft.hold().fanId()).toList());
        jdbc.sql("""
                        SELECT 0, 0, seats_per_fan FROM hall WHERE event_id = ? AND revision = ? AND NOT cancelled
                        UNION ALL
                        SELECT fan_id, MAX(turn),
                               SUM(CASE WHEN status IN ('PINNED', 'SOLD') OR (status = 'HELD' AND held_until > ?)
                                        THEN seats ELSE 0 END)
                        FROM hold WHERE fan_id IN (%s) AND event_id = ? GROUP BY fan_id
                        """.formatted(String.join(",", Collections.nCopies(fans.size(), "?"))))
                .params(hall.eventId(), hall.revision(), Utc.millis(clock.instant()))
                .params(fans)
                .param(hall.eventId())
                .query(row -> {
                    accounts.put(row.getLong(1), new Account(row.getInt(2), row.getInt(3)));
                });
        return accounts;
    }

    private static Account account(Map<Long, Account> accounts, HoldDraft draft) {
        return accounts.getOrDefault(draft.hold().fanId(), NEW);
    }

    /** How many seats count against the fan's limit now. */
    public int countSeats(long fanId, long eventId) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(seats), 0) FROM hold WHERE fan_id = ? AND event_id = ?
                          AND (status IN ('PINNED', 'SOLD') OR (status = 'HELD' AND held_until > ?))
                        """)
                .params(fanId, eventId, Utc.millis(clock.instant()))
                .query(Integer.class)
                .single();
    }

    public Optional<Hold> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM hold WHERE id = ?")
                .param(id)
                .query((row, n) -> hold(row))
                .optional();
    }

    public Optional<Hold> findByRequest(long fanId, String requestHash) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM hold WHERE fan_id = ? AND request_key = ?")
                .params(fanId, requestHash)
                .query((row, n) -> hold(row))
                .optional();
    }

    /** The ids of those holds that are in the table. */
    public Set<String> findExisting(Collection<String> ids) {
        return jdbc.sql("SELECT id FROM hold WHERE id IN (:ids)")
                .param("ids", StatementPadding.padded(ids))
                .query((row, n) -> row.getString(1))
                .set();
    }

    /** Locks the row until the transaction ends. */
    public Optional<Hold> lock(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM hold WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> hold(row))
                .optional();
    }

    /** Locks up to {@code limit} holds whose time is over; skips rows that are locked by others. */
    public List<Hold> lockLapsed(int limit) {
        return jdbc.sql("""
                        SELECT %s FROM hold WHERE status = 'HELD' AND held_until <= ?
                        ORDER BY held_until LIMIT ? FOR UPDATE SKIP LOCKED
                        """.formatted(COLUMNS))
                .params(Utc.millis(clock.instant()), limit)
                .query((row, n) -> hold(row))
                .list();
    }

    public boolean release(String id) {
        return jdbc.sql("UPDATE hold SET status = 'RELEASED' WHERE id = ? AND status = 'HELD'")
                        .param(id)
                        .update()
                == 1;
    }

    /**
     * Ends the event's holds at this time at the latest, and their seats with them; pinned ones stay as they are. The ids are read
     * without locks, because a locking read of all live holds would make the holds of other events wait. Returns those that were ended.
     */
    public List<String> shorten(long eventId, Instant latest) {
        List<String> ids = jdbc.sql("SELECT id FROM hold WHERE status = 'HELD' AND held_until > ? AND event_id = ?")
                .params(Utc.millis(latest), eventId)
                .query((row, n) -> row.getString(1))
                .list();
        List<String> ended = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += SHORTENED_AT_ONCE) {
            ended.addAll(shorten(eventId, latest, ids.subList(from, Math.min(ids.size(), from + SHORTENED_AT_ONCE))));
        }
        return ended;
    }

    private List<String> shorten(long eventId, Instant latest, List<String> ids) {
        jdbc.sql("UPDATE hold SET held_until = :at WHERE id IN (:ids) AND status = 'HELD' AND held_until > :at")
                .param("at", Utc.millis(latest))
                .param("ids", StatementPadding.padded(ids))
                .update();
        jdbc.sql("""
                        UPDATE seat SET held_until = :at
                        WHERE id BETWEEN :first AND :last AND status = 'H' AND held_until > :at AND hold_id IN
                            (SELECT id FROM hold WHERE id IN (:ids) AND status = 'HELD')
                        """)
                .param("at", Utc.millis(latest))
                .param("first", SeatIds.of(eventId, 0))
                .param("last", SeatIds.of(eventId + 1, 0) - 1)
                .param("ids", StatementPadding.padded(ids))
                .update();
        return jdbc.sql("SELECT id FROM hold WHERE id IN (:ids) AND status = 'HELD' AND held_until <= :at")
                .param("ids", StatementPadding.padded(ids))
                .param("at", Utc.millis(latest))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Those of these holds that exist. */
    public List<Hold> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + COLUMNS + " FROM hold WHERE id IN (:ids)")
                        .param("ids", StatementPadding.padded(ids))
                        .query((row, n) -> hold(row))
                        .list();
    }

    /** Makes a live hold last at least this long from now, but never beyond its pass; false when it has lapsed. */
    public boolean pin(String id, Duration atLeast) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE hold SET status = 'PINNED', held_until = LEAST(pass_until, GREATEST(held_until, ?))
                        WHERE id = ? AND status IN ('HELD', 'PINNED') AND held_until > ?
                        """)
                        .params(Utc.millis(now.plus(atLeast)), id, Utc.millis(now))
                        .update()
                == 1;
    }

    /** The hold keeps its end and can be released again. */
    public boolean unpin(String id) {
        return jdbc.sql("UPDATE hold SET status = 'HELD' WHERE id = ? AND status = 'PINNED'")
                        .param(id)
                        .update()
                == 1;
    }

    public boolean extend(String id, Instant until, Instant passUntil, int maxExtensions) {
        return jdbc.sql("""
                        UPDATE hold SET held_until = ?, pass_until = ?, extended = extended + 1
                        WHERE id = ? AND status = 'HELD' AND held_until > ? AND held_until < ? AND extended < ?
                        """)
                        .params(
                                Utc.millis(until),
                                Utc.millis(passUntil),
                                id,
                                Utc.millis(clock.instant()),
                                Utc.millis(until),
                                maxExtensions)
                        .update()
                == 1;
    }

    public void sell(String id, String orderId) {
        jdbc.sql("UPDATE hold SET status = 'SOLD', order_id = ? WHERE id = ?")
                .params(orderId, id)
                .update();
    }

    public void lose(String id, String orderId) {
        jdbc.sql("UPDATE hold SET status = 'LOST', order_id = ? WHERE id = ?")
                .params(orderId, id)
                .update();
    }

    /** Refunded seats no longer count against the fan's limit. */
    public void returnSeats(String id, int seats) {
        jdbc.sql("UPDATE hold SET status = IF(seats <= ?, 'RETURNED', status), seats = seats - ? WHERE id = ?")
                .params(seats, seats, id)
                .update();
    }

    public void lapse(Collection<String> ids) {
        jdbc.sql("UPDATE hold SET status = 'LAPSED' WHERE id IN (:ids)")
                .param("ids", StatementPadding.padded(ids))
                .update();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        List<Long> ids = split(row.getString("seat_ids"));
        return new Hold(
                row.getString("id"),
                row.getLong("event_id"),
                row.getLong("fan_id"),
                HeldAreasColumn.seats(ids),
                HeldAreasColumn.read(row.getString("areas"), ids),
                split(row.getString("prices")),
                row.getLong("total"),
                Hold.Status.valueOf(row.getString("status")),
                Utc.instant(row, "held_until"),
                row.getString("pass_id"),
                Utc.instant(row, "pass_until"),
                row.getInt("extended"),
                row.getString("order_id"));
    }

    private static String join(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> split(String numbers) {
        return numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(",")).map(Long::valueOf).toList();
    }
}
