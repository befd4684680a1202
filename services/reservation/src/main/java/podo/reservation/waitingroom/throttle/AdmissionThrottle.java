package podo.reservation.waitingroom.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The health brake, 0.1 to 1: lets fewer fans in while buying suffers, and recovers by itself. Each instance judges once a
 * second what it sees and what its neighbours say of themselves, and tells the others; the most worried one is heard.
 */
@Component
public class AdmissionThrottle {

    private static final Logger log = LoggerFactory.getLogger(AdmissionThrottle.class);
    private static final String KEY = "room:brakes";
    private static final Duration JUDGE_EVERY = Duration.ofMillis(900);
    private static final Duration HEARD_FOR = Duration.ofSeconds(5);

    private final String self = UUID.randomUUID().toString();
    private final LocalHealth signals;
    private final RemoteHealth elsewhere;
    private final AdmissionThrottleSettings settings;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private Instant judged = Instant.EPOCH;
    private double own = 1;
    private double all = 1;

    AdmissionThrottle(
            LocalHealth signals,
            RemoteHealth elsewhere,
            AdmissionThrottleSettings settings,
            StringRedisTemplate redis,
            Clock clock) {
        this.signals = signals;
        this.elsewhere = elsewhere;
        this.settings = settings;
        this.redis = redis;
        this.clock = clock;
    }

    public synchronized double now() {
        Instant now = clock.instant();
        if (now.isBefore(judged.plus(JUDGE_EVERY))) {
            return all;
        }
        judged = now;
        LocalHealth.Seen seen = signals.read();
        Optional<String> trouble = elsewhere.trouble();
        double before = own;
        own = after(before, settings.suffers(seen) || trouble.isPresent());
        if (own < before) {
            log.warn(
                    "Fewer fans are let in, {} of the rate: {}, {}",
                    own,
                    seen,
                    trouble.orElse("all is well elsewhere"));
        }
        try {
            redis.opsForHash().put(KEY, self, now.toEpochMilli() + " " + own);
            redis.expire(KEY, Duration.ofMinutes(1));
            all = mostWorried(redis.<String, String>opsForHash().entries(KEY), now);
        } catch (DataAccessException e) {
            all = own;
        }
        return all;
    }

    /** Down by a third while buying suffers, up by a twentieth of the whole when it doesn't. */
    public static double after(double brake, boolean suffers) {
        return suffers ? Math.max(0.1, brake * 2 / 3) : Math.min(1, brake + 0.05);
    }

    private double mostWorried(Map<String, String> words, Instant now) {
        double least = own;
        for (Map.Entry<String, String> word : words.entrySet()) {
            String[] parts = word.getValue().split(" ");
            if (Instant.ofEpochMilli(Long.parseLong(parts[0])).plus(HEARD_FOR).isAfter(now)) {
                least = Math.min(least, Double.parseDouble(parts[1]));
            } else {
                redis.opsForHash().delete(KEY, word.getKey());
            }
        }
        return least;
    }
}
