package podo.reservation.waitingroom.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The samples of each room in one Redis hash, in the rings of {@link SampleStep}. They are kept for a week after the last one. */
@Repository
class LineSamples {

    private static final Logger log = LoggerFactory.getLogger(LineSamples.class);
    private static final Duration KEPT = Duration.ofDays(7);

    /** One command for both. */
    private static final RedisScript<Long> WRITE = new DefaultRedisScript<>("""
            for i = 3, #ARGV do
              redis.call('HSET', KEYS[1], ARGV[i], ARGV[2])
            end
            return redis.call('PEXPIRE', KEYS[1], ARGV[1])
            """, Long.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    LineSamples(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    void write(long eventId, LineSample sample) {
        List<String> args = new ArrayList<>(List.of(String.valueOf(KEPT.toMillis()), json.writeValueAsString(sample)));
        args.addAll(SampleStep.fieldsOf(sample.at()));
        redis.execute(WRITE, List.of(key(eventId)), args.toArray());
    }

    /** The samples after {@code from}, the oldest first. */
    List<LineSample> after(long eventId, Instant from, Instant now) {
        TreeMap<Instant, LineSample> found = new TreeMap<>();
        if (SampleStep.FINE.covers(from, now)) {
            fine(eventId, from, now).forEach(value -> collect(SampleStep.FINE, value, from, now, found));
        } else {
            redis.opsForHash()
                    .entries(key(eventId))
                    .forEach((field, value) -> collect(SampleStep.ofField(field.toString()), value, from, now, found));
        }
        return List.copyOf(found.values());
    }

    private List<Object> fine(long eventId, Instant from, Instant now) {
        List<String> fields = SampleStep.FINE.fields(from, now);
        return fields.isEmpty() ? List.of() : redis.opsForHash().multiGet(key(eventId), List.copyOf(fields));
    }

    String key(long eventId) {
        return "{room:" + eventId + "}:history";
    }

    private void collect(
            SampleStep step, @Nullable Object value, Instant from, Instant now, Map<Instant, LineSample> found) {
        if (value == null) {
            return;
        }
        try {
            LineSample sample = json.readValue(value.toString(), LineSample.class);
            if (sample.at().isAfter(from) && step.covers(sample.at(), now)) {
                found.put(sample.at(), sample);
            }
        } catch (JacksonException e) {
            log.debug("A sample of another version is left out: {}", e.toString());
        }
    }
}
