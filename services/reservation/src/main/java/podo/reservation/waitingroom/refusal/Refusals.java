package podo.reservation.waitingroom.refusal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.HiddenCopies;
import podo.contracts.reservation.RefusedEntry;
import podo.starter.buffer.CoalescingBuffer;
import podo.starter.jdbc.Utc;

/**
 * Records who was refused and why: one row per fan, reason and hour, and a sum per reason. Refusals are buffered and written once a second, so that
 * refusing a call costs no database access.
 */
@Component
public class Refusals {

    public static final String TOO_MANY_JOINS = "too-many-joins";
    public static final String NOT_YOUR_TURN = "not-your-turn";
    public static final String FOREIGN_RECEIPT = "foreign-receipt";

    /** @param hour the hour in which the row counts, {@code lastAt} the latest refusal of it */
    public record Refusal(long fanId, String reason, int times, Instant hour, Instant lastAt) {}

    private record Key(long eventId, long fanId, String reason) {}

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST = 10_000;

    private final CoalescingBuffer<Key, Integer> buffer = new CoalescingBuffer<>(MOST, Integer::sum);
    private final RefusalTotals totals;
    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(RefusalTotals totals, JdbcClient jdbc, Clock clock) {
        this.totals = totals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(long eventId, long fanId, String reason) {
        record(eventId, fanId, reason, 1);
    }

    /** Records refusals that another service reports; {@code times} 0 counts as 1. */
    public void record(List<RefusedEntry> entries) {
        entries.forEach(entry -> record(entry.eventId(), entry.fanId(), entry.reason(), Math.max(1, entry.times())));
    }

    /** Those of scripted fans are measured with them. */
    private void record(long eventId, long fanId, String reason, int times) {
        if (!HiddenCopies.isOne(eventId)) {
            buffer.add(new Key(eventId, fanId, reason), times);
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void writeBuffered() {
        Map<Key, Integer> unwritten = buffer.drain();
        Iterator<Map.Entry<Key, Integer>> entries = unwritten.entrySet().iterator();
        try {
            while (entries.hasNext()) {
                Map.Entry<Key, Integer> entry = entries.next();
                entries.remove();
                write(entry.getKey(), entry.getValue());
                totals.count(entry.getKey().eventId(), entry.getKey().reason(), entry.getValue());
            }
            totals.write();
        } catch (DataAccessException e) {
            log.debug("A refusal was not written: {}", e.toString());
            unwritten.forEach(buffer::add);
        }
    }

    /** The latest rows of the event, newest first. */
    public List<Refusal> latest(long eventId, int limit) {
        return jdbc.sql("""
                        SELECT fan_id, reason, times, hour_at, last_at FROM refusal WHERE event_id = ?
                        ORDER BY last_at DESC, id DESC LIMIT ?""")
                .params(eventId, limit)
                .query((row, n) -> new Refusal(
                        row.getLong("fan_id"),
                        row.getString("reason"),
                        row.getInt("times"),
                        Utc.instant(row, "hour_at"),
                        Utc.instant(row, "last_at")))
                .list();
    }

    /** An event without a room gets no row. */
    private void write(Key key, int times) {
        LocalDateTime now = Utc.column(clock.instant());
        jdbc.sql("""
                        INSERT INTO refusal (event_id, fan_id, reason, times, hour_at, last_at)
                        SELECT event_id, ?, ?, ?, ?, ? FROM room WHERE event_id = ?
                        ON DUPLICATE KEY UPDATE times = refusal.times + VALUES(times), last_at = VALUES(last_at)""")
                .params(key.fanId(), key.reason(), times, now.truncatedTo(ChronoUnit.HOURS), now, key.eventId())
                .update();
    }
}
