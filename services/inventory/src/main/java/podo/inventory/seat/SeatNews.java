package podo.inventory.seat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.inventory.redis.Doorbell;

/**
 * Tells all who watch a hall what changed, after the commit and before the fan is answered: one script marks the seats
 * (for the doorman), counts the map's version up and publishes the delta. What could not be told because Redis was away
 * is made good when it is back: the marks are thrown away, which only costs the database a few questions.
 */
@Component
public class SeatNews {

    /** Seats that are taken for good are marked this long; the doorman learns them again from the judge. */
    private static final Duration FOR_GOOD = Duration.ofDays(1);
    /** Marks as a whole live this long, which bounds the harm of a process that died between commit and news. */
    public static final Duration MARKS_LIVE = Duration.ofSeconds(60);

    private static final RedisScript<Long> TELL = RedisScript.of("""
            for i = 6, #ARGV, 2 do
              if ARGV[i + 1] == '0' then redis.call('HDEL', KEYS[1], ARGV[i])
              else redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[3], 'NX')
            if redis.call('EXISTS', KEYS[2]) == 0 then redis.call('SET', KEYS[2], ARGV[2]) end
            local v = redis.call('INCRBY', KEYS[2], ARGV[5])
            redis.call('PEXPIRE', KEYS[2], 604800000)
            redis.call('PUBLISH', ARGV[4], '{"v":' .. string.format('%.0f', v) .. ',"d":"' .. ARGV[1] .. '"}')
            return v
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Doorbell doorbell;
    private final Clock clock;
    private final Set<Long> untold = ConcurrentHashMap.newKeySet();

    SeatNews(StringRedisTemplate redis, Doorbell doorbell, Clock clock) {
        this.redis = redis;
        this.doorbell = doorbell;
        this.clock = clock;
        doorbell.whenBack(() -> Thread.startVirtualThread(this::makeGood));
    }

    /** Says what became of these seats of one event. */
    public void tell(long eventId, List<SeatChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<String> args = new ArrayList<>();
        StringBuilder delta = new StringBuilder();
        Instant now = clock.instant();
        for (SeatChange change : changes) {
            delta.append(delta.isEmpty() ? "" : ",")
                    .append(Seat.seq(change.seatId()))
                    .append(change.state().letter());
            args.add(Integer.toString(Seat.seq(change.seatId())));
            args.add(Long.toString(mark(change, now)));
        }
        send(eventId, 1, delta.toString(), args);
    }

    /** Says that the whole hall has to be read anew: a gap in the versions. */
    public void everythingChanged(long eventId) {
        if (!doorbell.tell(() -> redis.delete(marks(eventId)))) {
            untold.add(eventId);
            return;
        }
        send(eventId, 2, "", List.of());
    }

    /** The number of the hall's last change; empty when Redis is away. */
    Optional<Long> version(long eventId) {
        return doorbell.ask(() -> {
            String version = redis.opsForValue().get(versions(eventId));
            if (version == null) {
                redis.opsForValue().setIfAbsent(versions(eventId), Long.toString(clock.millis()), Duration.ofDays(7));
                version = redis.opsForValue().get(versions(eventId));
            }
            return version == null ? null : Long.valueOf(version);
        });
    }

    /** The hash of taken seats, seq to the millisecond until when. */
    public static String marks(long eventId) {
        return "inv:{" + eventId + "}:marks";
    }

    /** @param step 1 for a delta that continues the last one, 2 for a gap that makes watchers read anew */
    private void send(long eventId, int step, String delta, List<String> marks) {
        List<String> args = new ArrayList<>();
        args.add(delta);
        args.add(Long.toString(clock.millis()));
        args.add(Long.toString(MARKS_LIVE.toMillis()));
        args.add(channel(eventId));
        args.add(Integer.toString(step));
        args.addAll(marks);
        List<String> keys = List.of(marks(eventId), versions(eventId));
        if (doorbell.ask(() -> redis.execute(TELL, keys, args.toArray())).isEmpty()) {
            untold.add(eventId);
        }
    }

    private void makeGood() {
        for (Long eventId : untold) {
            untold.remove(eventId);
            everythingChanged(eventId);
        }
    }

    private static long mark(SeatChange change, Instant now) {
        Instant until = change.until();
        return switch (change.state()) {
            case AVAILABLE -> 0;
            case HELD -> until == null ? 0 : until.toEpochMilli();
            case SOLD, BLOCKED -> now.plus(FOR_GOOD).toEpochMilli();
        };
    }

    private static String versions(long eventId) {
        return "inv:{" + eventId + "}:version";
    }

    private static String channel(long eventId) {
        return "podo:seats:" + eventId;
    }
}
