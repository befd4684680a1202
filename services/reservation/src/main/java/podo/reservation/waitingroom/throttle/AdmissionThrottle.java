package podo.reservation.waitingroom.throttle;

import io.micrometer.core.instrument.MeterRegistry;
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
 * Lowers the admission rate while buying suffers: a factor of 0.1 to 1. Each instance judges once a second what it observes and what
 * inventory and payment report, and publishes its factor; the lowest factor of all instances counts, and is {@code podo.line.throttle}.
 */
@Component
public class AdmissionThrottle {

    private static final Logger log = LoggerFactory.getLogger(AdmissionThrottle.class);
    private static final String KEY = "room:brakes";
    private static final Duration JUDGE_EVERY = Duration.ofMillis(900);
    private static final Duration VALID_FOR = Duration.ofSeconds(5);

    private final String self = UUID.randomUUID().toString();
    private final LocalHealth localHealth;
    private final RemoteHealth remoteHealth;
    private final AdmissionThrottleSettings settings;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private Instant judgedAt = Instant.EPOCH;
    private double own = 1;
    private volatile double all = 1;

    AdmissionThrottle(
            LocalHealth localHealth,
            RemoteHealth remoteHealth,
            AdmissionThrottleSettings settings,
            StringRedisTemplate redis,
            Clock clock,
            MeterRegistry meters) {
        this.localHealth = localHealth;
        this.remoteHealth = remoteHealth;
        this.settings = settings;
        this.redis = redis;
        this.clock = clock;
        meters.gauge("podo.line.throttle", this, throttle -> throttle.all);
    }

    /** The factor of all instances; judges anew when the last judgement is older than 0.9 s. */
    public synchronized double refresh() {
        Instant now = clock.instant();
        if (now.isBefore(judgedAt.plus(JUDGE_EVERY))) {
            return all;
        }
        judgedAt = now;
        LocalHealth.Sample sample = localHealth.read();
        Optional<String> trouble = remoteHealth.trouble();
        double before = own;
        own = next(before, settings.suffers(sample) || trouble.isPresent());
        if (own < before) {
            log.warn(
                    "Admission is lowered to {} of the rate: {}, {}",
                    own,
                    sample,
                    trouble.orElse("no trouble reported by other services"));
        }
        try {
            redis.opsForHash().put(KEY, self, now.toEpochMilli() + " " + own);
            redis.expire(KEY, Duration.ofMinutes(1));
            all = lowest(redis.<String, String>opsForHash().entries(KEY), now);
        } catch (DataAccessException e) {
            all = own;
        }
        return all;
    }

    /** A third less while buying suffers, else 0.05 more. */
    public static double next(double factor, boolean suffers) {
        return suffers ? Math.max(0.1, factor * 2 / 3) : Math.min(1, factor + 0.05);
    }

    private double lowest(Map<String, String> factors, Instant now) {
        double least = own;
        for (Map.Entry<String, String> factor : factors.entrySet()) {
            String[] parts = factor.getValue().split(" ");
            if (Instant.ofEpochMilli(Long.parseLong(parts[0])).plus(VALID_FOR).isAfter(now)) {
                least = Math.min(least, Double.parseDouble(parts[1]));
            } else {
                redis.opsForHash().delete(KEY, factor.getKey());
            }
        }
        return least;
    }
}
