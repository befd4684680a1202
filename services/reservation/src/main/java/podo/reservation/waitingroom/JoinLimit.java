package podo.reservation.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** How often one account may ask to join: so many tries a minute, counted in Redis for all instances. */
@Component
class JoinLimit {

    private static final RedisScript<Long> COUNT = RedisScript.of(
            "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], 60) end return n",
            Long.class);

    private final StringRedisTemplate redis;
    private final Refusals refusals;
    private final RoomSettings settings;
    private final Clock clock;

    JoinLimit(StringRedisTemplate redis, Refusals refusals, RoomSettings settings, Clock clock) {
        this.redis = redis;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    void spend(long eventId, long fanId) {
        long second = clock.instant().getEpochSecond();
        Long tries = redis.execute(COUNT, List.of("room:joins:" + fanId + ":" + second / 60));
        if (tries > settings.joinsPerMinute()) {
            refusals.note(eventId, fanId, Refusals.TOO_MANY_JOINS);
            throw new TooManyJoins(Duration.ofSeconds(60 - second % 60));
        }
    }
}
