package podo.reservation.waitingroom.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sums of an event, asked of payment once in five seconds at most. An answer that took long is used for twenty times as long, so
 * that adding up a large event takes a twentieth of one connection's time at most.
 */
@Component
class RecentTakings {

    private record Known(@Nullable Takings takings, Instant until) {}

    private static final Logger log = LoggerFactory.getLogger(RecentTakings.class);
    private static final Duration USED = Duration.ofSeconds(5);
    private static final int SHARE = 20;

    private final Cache<Long, Known> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final TakingsClient payment;
    private final Clock clock;

    RecentTakings(TakingsClient payment, Clock clock) {
        this.payment = payment;
        this.clock = clock;
    }

    /** The last answer; empty before payment has given one. */
    Optional<Takings> of(long eventId) {
        Known last = known.getIfPresent(eventId);
        if (last == null || !clock.instant().isBefore(last.until())) {
            last = ask(eventId, last == null ? null : last.takings());
            known.put(eventId, last);
        }
        return Optional.ofNullable(last.takings());
    }

    private Known ask(long eventId, @Nullable Takings before) {
        Instant asked = clock.instant();
        try {
            Takings takings = payment.takings(eventId);
            Duration took = Duration.between(asked, clock.instant());
            Duration pause = took.multipliedBy(SHARE);
            return new Known(takings, asked.plus(pause.compareTo(USED) > 0 ? pause : USED));
        } catch (RuntimeException e) {
            log.debug("Payment did not tell what event {} has taken: {}", eventId, e.toString());
            return new Known(before, clock.instant().plus(USED));
        }
    }
}
