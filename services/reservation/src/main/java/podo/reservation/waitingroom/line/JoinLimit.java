package podo.reservation.waitingroom.line;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.starter.bots.BotGuard;
import podo.starter.bots.ChallengeRequired;

/**
 * Limits joins per account and minute, counted in Redis for all instances. The first five that an instance sees are counted in its
 * memory, so that a fan who joins once costs no call.
 */
@Component
public class JoinLimit {

    private static final int LOCALLY = 5;
    private static final RedisScript<Long> COUNT = RedisScript.of(
            "local n = redis.call('INCRBY', KEYS[1], ARGV[1]) redis.call('EXPIRE', KEYS[1], 60) return n", Long.class);

    /** The joins of each fan in the current minute that this instance saw. */
    static final class Counts {

        private record OfMinute(long minute, Map<Long, Integer> byFan) {}

        private final AtomicReference<OfMinute> counts =
                new AtomicReference<>(new OfMinute(0, new ConcurrentHashMap<>()));

        /** Counts one more and returns how many there are, this one included. */
        int count(long minute, long fanId) {
            OfMinute current = counts.updateAndGet(
                    last -> last.minute() == minute ? last : new OfMinute(minute, new ConcurrentHashMap<>()));
            return current.byFan().merge(fanId, 1, Integer::sum);
        }
    }

    private final StringRedisTemplate redis;
    private final BotGuard bots;
    private final Refusals refusals;
    private final RoomSettings settings;
    private final Clock clock;
    private final Counts counts = new Counts();

    JoinLimit(StringRedisTemplate redis, BotGuard bots, Refusals refusals, RoomSettings settings, Clock clock) {
        this.redis = redis;
        this.bots = bots;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a join; throws {@link ChallengeRequired} at the pace of a script, and {@link TooManyJoins} beyond the limit. */
    public void check(long eventId, long fanId, HttpServletRequest request) {
        try {
            bots.check(fanId, request);
        } catch (ChallengeRequired e) {
            refusals.record(eventId, fanId, ChallengeRequired.REASON);
            throw e;
        }
        check(eventId, fanId);
    }

    /** Counts a join against the limit alone. */
    public void check(long eventId, long fanId) {
        long second = clock.instant().getEpochSecond();
        int local = counts.count(second / 60, fanId);
        if (local < LOCALLY) {
            return;
        }
        Long joins = redis.execute(
                COUNT, List.of("room:joins:" + fanId + ":" + second / 60), local == LOCALLY ? "" + LOCALLY : "1");
        if (joins > settings.joinsPerMinute()) {
            refusals.record(eventId, fanId, Refusals.TOO_MANY_JOINS);
            throw new TooManyJoins(Duration.ofSeconds(60 - second % 60));
        }
    }
}
