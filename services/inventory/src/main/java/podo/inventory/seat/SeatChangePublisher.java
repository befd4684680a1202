package podo.inventory.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.redis.RedisCircuitBreaker;

/**
 * Tells all who watch a hall what changed, after the commit and before the fan is answered: one script marks the seats
 * (for the doorman), counts the map's version up and publishes the delta. What could not be told because Redis was away
 * is made good when it is back: the marks are thrown away, which only costs the database a few questions.
 */
@Component
public class SeatChangePublisher {

    /** Until when seats are marked that are taken for good; what the hash as a whole forgets the doorman learns from the judge. */
    public static final Instant FOR_GOOD = Instant.parse("2999-01-01T00:00:00Z");
    /** Marks as a whole live this long, which bounds the harm of a process that died between commit and news. */
    public static final Duration MARKS_LIVE = Duration.ofSeconds(60);

    /**
     * Who says that a seat is free may be late: by then another may have it, or be on the way to the judge. So a mark goes
     * only when it is the one that the seat was freed of, has run out, or is nobody's (what the doorman learned ends in .5);
     * else it stays, and the watchers are made to read the map anew.
     */
    private static final RedisScript<Long> TELL = RedisScript.of("""
            local step, delta = tonumber(ARGV[4]), {}
            for i = 5, #ARGV, 4 do
              local seq, letter, mark, freed = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
              local kept = false
              if mark ~= '' then redis.call('HSET', KEYS[1], seq, mark)
              else
                local now = redis.call('HGET', KEYS[1], seq)
                kept = now and freed ~= '' and now ~= freed and tonumber(now) > tonumber(ARGV[1]) and not now:find('.', 1, true)
                if now and not kept then redis.call('HDEL', KEYS[1], seq) end
              end
              if kept then step = 2 else delta[#delta + 1] = seq .. letter end
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[2], 'NX')
            if redis.call('EXISTS', KEYS[2]) == 0 then redis.call('SET', KEYS[2], ARGV[1]) end
            local v = redis.call('INCRBY', KEYS[2], step)
            redis.call('PEXPIRE', KEYS[2], 604800000)
            redis.call('PUBLISH', ARGV[3], '{"v":' .. string.format('%.0f', v) .. ',"d":"' .. table.concat(delta, ',') .. '"}')
            return v
            """, Long.class);

    private static final int TOGETHER = 64;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** One change of hands, as the script's arguments, and who waits until it is told. */
    private record Item(List<String> changes, CompletableFuture<Boolean> told) {}

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker doorbell;
    private final Clock clock;
    /** What changes while one message is under way is the next one: the busier a hall, the more a message says. */
    private final Cache<Long, RequestBatcher<Item>> messages =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    private final Set<Long> untold = ConcurrentHashMap.newKeySet();

    SeatChangePublisher(StringRedisTemplate redis, RedisCircuitBreaker doorbell, Clock clock) {
        this.redis = redis;
        this.doorbell = doorbell;
        this.clock = clock;
        doorbell.whenBack(() -> Thread.startVirtualThread(this::makeGood));
    }

    /** Says what became of these seats of one event; when it returns, it is told, or noted for when Redis is back. */
    public void tell(long eventId, List<SeatChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<String> args = new ArrayList<>();
        for (SeatChange change : changes) {
            boolean free = change.state() == SeatState.AVAILABLE;
            String until = until(change);
            args.add(Integer.toString(Seat.seq(change.seatId())));
            args.add(String.valueOf(change.state().letter()));
            args.add(free ? "" : until);
            args.add(free ? until : "");
        }
        Item item = new Item(args, new CompletableFuture<>());
        messages.get(eventId, event -> new RequestBatcher<>(TOGETHER, PATIENCE, items -> tellTogether(event, items)))
                .carry(item, item.told());
    }

    private void tellTogether(long eventId, List<Item> items) {
        try {
            send(
                    eventId,
                    1,
                    items.stream().flatMap(item -> item.changes().stream()).toList());
        } finally {
            items.forEach(item -> item.told().complete(true));
        }
    }

    /** Says that the whole hall has to be read anew: a gap in the versions. */
    public void everythingChanged(long eventId) {
        if (!doorbell.tell(() -> redis.delete(marks(eventId)))) {
            untold.add(eventId);
            return;
        }
        send(eventId, 2, List.of());
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
    private void send(long eventId, int step, List<String> changes) {
        List<String> args = new ArrayList<>();
        args.add(Long.toString(clock.millis()));
        args.add(Long.toString(MARKS_LIVE.toMillis()));
        args.add(channel(eventId));
        args.add(Integer.toString(step));
        args.addAll(changes);
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

    /** In milliseconds; nothing when it is free and nobody knows whose it was. */
    private static String until(SeatChange change) {
        Instant until = change.until();
        if (until == null) {
            return change.state() == SeatState.AVAILABLE ? "" : Long.toString(FOR_GOOD.toEpochMilli());
        }
        return Long.toString(until.toEpochMilli());
    }

    private static String versions(long eventId) {
        return "inv:{" + eventId + "}:version";
    }

    private static String channel(long eventId) {
        return "podo:seats:" + eventId;
    }
}
