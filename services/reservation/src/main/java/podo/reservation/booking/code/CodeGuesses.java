package podo.reservation.booking.code;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Limits how often an account tries codes, so that they are not guessed. While Redis is away nobody is refused. */
@Component
public class CodeGuesses {

    private static final Logger log = LoggerFactory.getLogger(CodeGuesses.class);
    private static final RedisScript<Long> COUNT = RedisScript.of(
            "local n = redis.call('INCR', KEYS[1]) redis.call('EXPIRE', KEYS[1], ARGV[1]) return n", Long.class);

    private final StringRedisTemplate redis;
    private final CodeSettings settings;
    private final Clock clock;

    CodeGuesses(StringRedisTemplate redis, CodeSettings settings, Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a try; throws {@link TooManyGuesses} beyond the limit. */
    public void check(long fanId) {
        long window = Math.max(1, settings.triesWithin().toSeconds());
        long second = clock.instant().getEpochSecond();
        if (count("room:codes:" + fanId + ":" + second / window, window) > settings.tries()) {
            throw new TooManyGuesses(Duration.ofSeconds(window - second % window));
        }
    }

    private long count(String key, long seconds) {
        try {
            return redis.execute(COUNT, List.of(key), Long.toString(seconds));
        } catch (DataAccessException e) {
            log.warn("Tries of codes are not counted: {}", e.toString());
            return 0;
        }
    }
}
