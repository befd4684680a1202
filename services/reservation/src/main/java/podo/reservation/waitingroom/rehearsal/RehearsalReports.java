package podo.reservation.waitingroom.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The last rehearsal of each event, in one Redis hash beside its room. Every instance reads it; only the one that plays it writes it. */
@Repository
class RehearsalReports {

    private static final String REPORT = "report";
    private static final String CANCELLED = "cancelled";

    /** Writes the report, unless its rehearsal was cancelled meanwhile. ARGV: report, id, how long it is kept (ms). */
    private static final RedisScript<Boolean> GO_ON = new DefaultRedisScript<>("""
            if redis.call('HGET', KEYS[1], 'cancelled') == ARGV[2] then
              return false
            end
            redis.call('HSET', KEYS[1], 'report', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return true
            """, Boolean.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    RehearsalReports(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** False when the rehearsal was cancelled; then nothing is written. */
    boolean write(long eventId, RehearsalReport report, Duration kept) {
        return Boolean.TRUE.equals(redis.execute(
                GO_ON,
                List.of(key(eventId)),
                json.writeValueAsString(report),
                report.id(),
                Long.toString(kept.toMillis())));
    }

    /** Empty too for a report of another version. */
    Optional<RehearsalReport> find(long eventId) {
        Map<Object, Object> fields = redis.opsForHash().entries(key(eventId));
        Object written = fields.get(REPORT);
        if (written == null) {
            return Optional.empty();
        }
        try {
            RehearsalReport report = json.readValue(written.toString(), RehearsalReport.class);
            boolean cancelled = report.goesOn() && report.id().equals(fields.get(CANCELLED));
            return Optional.of(cancelled ? report.ended(RehearsalReport.State.CANCELLED, report.seenAt()) : report);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The instance that plays it learns of it when it next goes on. */
    void cancel(long eventId, RehearsalReport report) {
        redis.opsForHash().put(key(eventId), CANCELLED, report.id());
    }

    private static String key(long eventId) {
        return "{room:" + eventId + "}:rehearsal";
    }
}
