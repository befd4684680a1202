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
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.contracts.RedisChannels;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatState;
import podo.inventory.batch.RequestBatcher;
import podo.starter.redis.RedisCircuitBreaker;

/**
 * Publishes seat changes after the commit and before the fan is answered: one script marks the seats for the doorman, increments
 * the seat map's version and publishes the delta on {@code podo:seats:<eventId>}. Changes that were not published because Redis
 * did not answer are made up for when it does: the event's marks are deleted, which costs some more queries to the database, and
 * readers are told to read the whole map.
 */
@Component
public class SeatChangePublisher {

    /** The end of a seat that is taken for good. */
    public static final Instant FOR_GOOD = Instant.parse("2999-01-01T00:00:00Z");
    /** An event's marks are deleted together after this time, which bounds the harm of a process that dies between commit and publication. */
    public static final Duration MARKS_LIFE = Duration.ofSeconds(60);

    /**
     * A message that a seat is free may come late: by then another fan may hold the seat or be about to. Therefore a mark is
     * deleted only when it belongs to the hold that was freed, has run out, or was learned by the doorman (it ends in .5). Else
     * it stays, and the version jumps by 2, so that readers read the whole map. An area's number is kept with the version that it
     * was read at, and an older one is dropped. KEYS: marks, version. ARGV: now, life of the marks, channel, step, number of areas,
     * then for each area id, available, version and next end (see {@link AreaState}), then for each seat seq, letter, mark (empty
     * when free) and freed mark (empty when not free or unknown). Returns the new version.
     */
    private static final RedisScript<Long> PUBLISH = RedisScript.of("""
            local step, delta, areas, seats = tonumber(ARGV[4]), {}, {}, 6 + 4 * tonumber(ARGV[5])
            for i = 6, seats - 1, 4 do
              local field = 'a' .. ARGV[i]
              local known = redis.call('HGET', KEYS[1], field)
              if not known or tonumber(known:match('^%d+ (%d+)')) <= tonumber(ARGV[i + 2]) then
                redis.call('HSET', KEYS[1], field, ARGV[i + 1] .. ' ' .. ARGV[i + 2] .. ' ' .. ARGV[i + 3])
                areas[#areas + 1] = ARGV[i] .. ':' .. ARGV[i + 1]
              end
            end
            for i = seats, #ARGV, 4 do
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
            local a = #areas > 0 and ',"a":"' .. table.concat(areas, ',') .. '"' or ''
            redis.call('PUBLISH', ARGV[3], '{"v":' .. string.format('%.0f', v) .. ',"d":"' .. table.concat(delta, ',') .. '"' .. a .. '}')
            return v
            """, Long.class);

    private static final int MAX_BATCH = 64;
    private static final Duration STUCK_AFTER = Duration.ofMillis(100);

    /**
     * What is left in an area. Its number refuses fans until {@code nextEnd}, when places may become free without a message.
     *
     * @param nextEnd null when no hold is alive
     */
    public record AreaState(
            long areaId,
            int available,
            long version,
            @Nullable Instant nextEnd) {}

    /** Four script arguments per seat, four per area. */
    private record Item(List<String> changes, List<String> areas, CompletableFuture<Boolean> published) {}

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker redisBreaker;
    private final Clock clock;
    /** Changes of one event that happen while a message is sent are sent together in the next one. */
    private final Cache<Long, RequestBatcher<Item>> batchersByEvent =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    /** Events whose last changes were not published. */
    private final Set<Long> unpublished = ConcurrentHashMap.newKeySet();

    SeatChangePublisher(StringRedisTemplate redis, RedisCircuitBreaker redisBreaker, Clock clock) {
        this.redis = redis;
        this.redisBreaker = redisBreaker;
        this.clock = clock;
        redisBreaker.whenBack(() -> Thread.startVirtualThread(this::publishMissed));
    }

    /** Returns when the changes of one event's seats are published, or noted to be made up for when Redis answers again. */
    public void publish(long eventId, List<SeatChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<String> args = new ArrayList<>();
        for (SeatChange change : changes) {
            boolean free = change.state() == SeatState.AVAILABLE;
            String until = until(change);
            args.add(Integer.toString(SeatIds.seq(change.seatId())));
            args.add(String.valueOf(change.state().letter()));
            args.add(free ? "" : until);
            args.add(free ? until : "");
        }
        submit(eventId, args, List.of());
    }

    /** Publishes what is left in areas of one event, in the same way. */
    public void publishAreas(long eventId, List<AreaState> areas) {
        if (areas.isEmpty()) {
            return;
        }
        List<String> args = new ArrayList<>();
        for (AreaState area : areas) {
            Instant nextEnd = area.nextEnd() == null ? FOR_GOOD : area.nextEnd();
            args.add(Long.toString(area.areaId()));
            args.add(Integer.toString(area.available()));
            args.add(Long.toString(area.version()));
            args.add(Long.toString(nextEnd.toEpochMilli()));
        }
        submit(eventId, List.of(), args);
    }

    private void submit(long eventId, List<String> changes, List<String> areas) {
        Item item = new Item(changes, areas, new CompletableFuture<>());
        batchersByEvent
                .get(
                        eventId,
                        event -> new RequestBatcher<>(MAX_BATCH, STUCK_AFTER, items -> publishBatch(event, items)))
                .submit(item, item.published());
    }

    private void publishBatch(long eventId, List<Item> items) {
        try {
            runScript(
                    eventId,
                    1,
                    items.stream().flatMap(item -> item.changes().stream()).toList(),
                    items.stream().flatMap(item -> item.areas().stream()).toList());
        } finally {
            items.forEach(item -> item.published().complete(true));
        }
    }

    /** Makes readers read the whole map again, by a gap in the versions. */
    public void publishReload(long eventId) {
        if (!redisBreaker.run(() -> redis.delete(marksKey(eventId)))) {
            unpublished.add(eventId);
            return;
        }
        runScript(eventId, 2, List.of(), List.of());
    }

    /** Deletes what Redis has of an event that is gone. */
    public void forget(long eventId) {
        redisBreaker.run(() -> redis.delete(List.of(marksKey(eventId), versionKey(eventId))));
    }

    /** The seat map's version, which grows with each change; empty when Redis does not answer. */
    public Optional<Long> version(long eventId) {
        return redisBreaker.call(() -> {
            String version = redis.opsForValue().get(versionKey(eventId));
            if (version == null) {
                redis.opsForValue().setIfAbsent(versionKey(eventId), Long.toString(clock.millis()), Duration.ofDays(7));
                version = redis.opsForValue().get(versionKey(eventId));
            }
            return version == null ? null : Long.valueOf(version);
        });
    }

    /** The hash of taken seats: seq to the epoch millisecond until which it is taken; and of areas, see {@link #areaField}. */
    public static String marksKey(long eventId) {
        return "inv:{" + eventId + "}:marks";
    }

    /** An area's field in {@link #marksKey}: available, version and next end in epoch milliseconds, separated by spaces. */
    public static String areaField(long areaId) {
        return "a" + areaId;
    }

    /** @param step 1 for a delta that follows the last one, 2 for a gap that makes readers read the whole map */
    private void runScript(long eventId, int step, List<String> changes, List<String> areas) {
        List<String> args = new ArrayList<>();
        args.add(Long.toString(clock.millis()));
        args.add(Long.toString(MARKS_LIFE.toMillis()));
        args.add(RedisChannels.seats(eventId));
        args.add(Integer.toString(step));
        args.add(Integer.toString(areas.size() / 4));
        args.addAll(areas);
        args.addAll(changes);
        List<String> keys = List.of(marksKey(eventId), versionKey(eventId));
        if (redisBreaker
                .call(() -> redis.execute(PUBLISH, keys, args.toArray()))
                .isEmpty()) {
            unpublished.add(eventId);
        }
    }

    private void publishMissed() {
        for (Long eventId : unpublished) {
            unpublished.remove(eventId);
            publishReload(eventId);
        }
    }

    /** In epoch milliseconds; empty for a free seat whose former end is unknown. */
    private static String until(SeatChange change) {
        Instant until = change.until();
        if (until == null) {
            return change.state() == SeatState.AVAILABLE ? "" : Long.toString(FOR_GOOD.toEpochMilli());
        }
        return Long.toString(until.toEpochMilli());
    }

    private static String versionKey(long eventId) {
        return "inv:{" + eventId + "}:version";
    }
}
