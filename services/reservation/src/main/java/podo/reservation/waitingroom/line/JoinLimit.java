package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.RoomSettings;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * How often one account may ask to join: so many tries a minute, counted in Redis for all instances. The first few that an
 * instance sees it counts by itself, so that the crowd, who joins once, costs no call.
 */
@Component
public class JoinLimit {

    private static final int FEW = 5;
    private static final RedisScript<Long> COUNT = RedisScript.of(
            "local n = redis.call('INCRBY', KEYS[1], ARGV[1]) redis.call('EXPIRE', KEYS[1], 60) return n", Long.class);

    /** The tries of one minute that this instance saw. */
    private record Seen(long minute, Map<Long, Integer> tries) {}

    private final StringRedisTemplate redis;
    private final Refusals refusals;
    private final RoomSettings settings;
    private final Clock clock;
    private volatile Seen seen = new Seen(0, Map.of());

    JoinLimit(StringRedisTemplate redis, Refusals refusals, RoomSettings settings, Clock clock) {
        this.redis = redis;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    public void spend(long eventId, long fanId) {
        long second = clock.instant().getEpochSecond();
        int here = here(second / 60, fanId);
        if (here < FEW) {
            return;
        }
        Long tries =
                redis.execute(COUNT, List.of("room:joins:" + fanId + ":" + second / 60), here == FEW ? "" + FEW : "1");
        if (tries > settings.joinsPerMinute()) {
            refusals.note(eventId, fanId, Refusals.TOO_MANY_JOINS);
            throw new TooManyJoins(Duration.ofSeconds(60 - second % 60));
        }
    }

    private int here(long minute, long fanId) {
        Seen now = seen;
        if (now.minute() != minute) {
            now = new Seen(minute, new ConcurrentHashMap<>());
            seen = now;
        }
        return now.tries().merge(fanId, 1, Integer::sum);
    }
}
