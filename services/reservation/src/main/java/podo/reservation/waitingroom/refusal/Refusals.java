package podo.reservation.waitingroom.refusal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers who was refused and why, one row per fan, reason and hour; written once a second, so that refusing stays cheap. */
@Component
public class Refusals {

    public static final String TOO_MANY_JOINS = "too-many-joins";
    public static final String NOT_YOUR_TURN = "not-your-turn";
    public static final String FOREIGN_RECEIPT = "foreign-receipt";

    public record Refusal(long fanId, String reason, int times, Instant hour, Instant lastAt) {}

    private record Kind(long eventId, long fanId, String reason) {}

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST = 10_000;

    private final Map<Kind, Integer> noted = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(long eventId, long fanId, String reason) {
        note(eventId, fanId, reason, 1);
    }

    void note(long eventId, long fanId, String reason, int times) {
        Kind kind = new Kind(eventId, fanId, reason);
        if (noted.size() < MOST || noted.containsKey(kind)) {
            noted.merge(kind, times, Integer::sum);
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void write() {
        try {
            for (Kind kind : noted.keySet()) {
                Integer times = noted.remove(kind);
                if (times != null) {
                    write(kind, times);
                }
            }
        } catch (DataAccessException e) {
            log.debug("Some refusals were not written: {}", e.toString());
        }
    }

    public List<Refusal> latest(long eventId, int limit) {
        return jdbc.sql("""
                        SELECT fan_id, reason, times, hour_at, last_at FROM refusal WHERE event_id = ?
                        ORDER BY last_at DESC, id DESC LIMIT ?""")
                .params(eventId, limit)
                .query((row, n) -> new Refusal(
                        row.getLong("fan_id"),
                        row.getString("reason"),
                        row.getInt("times"),
                        row.getObject("hour_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getObject("last_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** Made-up events have no room, and so no row. */
    private void write(Kind kind, int times) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO refusal (event_id, fan_id, reason, times, hour_at, last_at)
                        SELECT event_id, ?, ?, ?, ?, ? FROM room WHERE event_id = ?
                        ON DUPLICATE KEY UPDATE times = refusal.times + VALUES(times), last_at = VALUES(last_at)""")
                .params(kind.fanId(), kind.reason(), times, now.truncatedTo(ChronoUnit.HOURS), now, kind.eventId())
                .update();
    }
}
