package podo.inventory.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import podo.inventory.seat.Hall;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The holds in the database. */
@Repository
class Holds {

    private static final Account NEW = new Account(0, 0);
    /** No fan's number: under it stands what the hall allows a fan, nothing when it is at another revision or cancelled. */
    private static final long HALL = 0;

    private final JdbcClient jdbc;
    private final Clock clock;

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens those of the holds for which the fan's live holds, payments in the air and bought seats leave room, while the
     * hall is still at this revision; answers them. Two holds of one fan at one instant collide on their turn, so the limit
     * holds.
     */
    List<Hold> open(List<HoldDraft> drafts, Hall hall) {
        Map<Long, Account> accounts = accounts(drafts, hall);
        int most = accounts.getOrDefault(HALL, NEW).held();
        List<HoldDraft> open = drafts.stream()
                .filter(draft ->
                        account(accounts, draft).held() + draft.hold().seatIds().size() <= most)
                .toList();
        if (!open.isEmpty()) {
            insert(open, accounts);
        }
        return open.stream().map(HoldDraft::hold).toList();
    }

    /** In the order of the fans, so that all take their turns in one order. */
    private void insert(List<HoldDraft> drafts, Map<Long, Account> accounts) {
        List<HoldDraft> inOrder = drafts.stream()
                .sorted(Comparator.comparingLong(draft -> draft.hold().fanId()))
                .toList();
        StatementPadding.of(inOrder).forEach(portion -> insertPortion(portion, accounts));
    }

    private void insertPortion(List<HoldDraft> drafts, Map<Long, Account> accounts) {
        String row = "(?, ?, ?, ?, ?, ?, ?, 'HELD', ?, ?, ?, ?, ?)";
        var statement = jdbc.sql("""
                INSERT INTO hold (id, event_id, fan_id, turn, seat_ids, seats, total, status, held_until,
                                  pass_id, pass_until, request_key, created_at)
                VALUES\s""" + String.join(", ", Collections.nCopies(drafts.size(), row)));
        for (HoldDraft draft : drafts) {
            Hold hold = draft.hold();
            statement = statement.params(
                    hold.id(),
                    hold.eventId(),
                    hold.fanId(),
                    account(accounts, draft).turns() + 1,
                    listed(hold.seatIds()),
                    hold.seatIds().size(),
                    hold.total(),
                    Utc.millis(hold.heldUntil()),
                    hold.passId(),
                    Utc.millis(hold.passUntil()),
                    draft.requestKey(),
                    Utc.millis(clock.instant()));
        }
        statement.update();
    }

    /**
     * What a fan had of an event.
     *
     * @param turns how many holds
     * @param held seats that count against the limit now
     */
    private record Account(int turns, int held) {}

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
    int seatsOf(long fanId, long eventId) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(seats), 0) FROM hold WHERE fan_id = ? AND event_id = ?
                          AND (status IN ('PINNED', 'SOLD') OR (status = 'HELD' AND held_until > ?))
                        """)
                .params(fanId, eventId, Utc.millis(clock.instant()))
                .query(Integer.class)
                .single();
    }

    Optional<Hold> find(String id) {
        return jdbc.sql("SELECT * FROM hold WHERE id = ?")
                .param(id)
                .query((row, n) -> hold(row))
                .optional();
    }

    Optional<Hold> asked(long fanId, String requestKey) {
        return jdbc.sql("SELECT * FROM hold WHERE fan_id = ? AND request_key = ?")
                .params(fanId, requestKey)
                .query((row, n) -> hold(row))
                .optional();
    }

    /** Which of these holds there are. */
    Set<String> there(Collection<String> ids) {
        return jdbc.sql("SELECT id FROM hold WHERE id IN (:ids)")
                .param("ids", StatementPadding.padded(ids))
                .query(String.class)
                .set();
    }

    /** The hold, locked until the transaction ends. */
    Optional<Hold> lock(String id) {
        return jdbc.sql("SELECT * FROM hold WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> hold(row))
                .optional();
    }

    /** Some holds whose time is over, locked; those that somebody works on are left out. */
    List<Hold> lockLapsed(int most) {
        return jdbc.sql("""
                        SELECT * FROM hold WHERE status = 'HELD' AND held_until <= ?
                        ORDER BY held_until LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Utc.millis(clock.instant()), most)
                .query((row, n) -> hold(row))
                .list();
    }

    boolean release(String id) {
        return jdbc.sql("UPDATE hold SET status = 'RELEASED' WHERE id = ? AND status = 'HELD'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Makes a live hold last for as long as the payment may need, never beyond its pass. */
    boolean pin(String id, Duration atLeast) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE hold SET status = 'PINNED', held_until = LEAST(pass_until, GREATEST(held_until, ?))
                        WHERE id = ? AND status IN ('HELD', 'PINNED') AND held_until > ?
                        """)
                        .params(Utc.millis(now.plus(atLeast)), id, Utc.millis(now))
                        .update()
                == 1;
    }

    /** The payment failed for certain: the hold goes on to its end. */
    boolean unpin(String id) {
        return jdbc.sql("UPDATE hold SET status = 'HELD' WHERE id = ? AND status = 'PINNED'")
                        .param(id)
                        .update()
                == 1;
    }

    boolean extend(String id, Instant until, Instant passUntil, int most) {
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
                                most)
                        .update()
                == 1;
    }

    void sell(String id, String orderId) {
        jdbc.sql("UPDATE hold SET status = 'SOLD', order_id = ? WHERE id = ?")
                .params(orderId, id)
                .update();
    }

    void lose(String id, String orderId) {
        jdbc.sql("UPDATE hold SET status = 'LOST', order_id = ? WHERE id = ?")
                .params(orderId, id)
                .update();
    }

    /** Takes refunded seats off the fan's account. */
    void giveBack(String id, int seats) {
        jdbc.sql("UPDATE hold SET status = IF(seats <= ?, 'RETURNED', status), seats = seats - ? WHERE id = ?")
                .params(seats, seats, id)
                .update();
    }

    void lapse(Collection<String> ids) {
        jdbc.sql("UPDATE hold SET status = 'LAPSED' WHERE id IN (:ids)")
                .param("ids", StatementPadding.padded(ids))
                .update();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getString("id"),
                row.getLong("event_id"),
                row.getLong("fan_id"),
                Arrays.stream(row.getString("seat_ids").split(","))
                        .map(Long::valueOf)
                        .toList(),
                row.getLong("total"),
                Hold.Status.valueOf(row.getString("status")),
                Utc.instant(row, "held_until"),
                row.getString("pass_id"),
                Utc.instant(row, "pass_until"),
                row.getInt("extended"),
                row.getString("order_id"));
    }

    private static String listed(List<Long> seatIds) {
        return seatIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
