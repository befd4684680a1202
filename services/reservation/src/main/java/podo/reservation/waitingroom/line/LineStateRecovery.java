package podo.reservation.waitingroom.line;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.draw.DrawProcess;
import podo.reservation.waitingroom.room.QueueNumbers;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.ScriptAnswer;

/**
 * Makes sure that a room is in Redis. A new room is created by the first caller; a room that was lost is rebuilt by one instance in
 * the background, and until then all callers get {@link LineRebuilding}.
 */
@Component
public class LineStateRecovery {

    private static final Logger log = LoggerFactory.getLogger(LineStateRecovery.class);
    private static final Duration REBUILD_LOCK = Duration.ofSeconds(60);

    private final Set<Long> rebuilding = ConcurrentHashMap.newKeySet();
    private final StringRedisTemplate redis;
    private final LineScripts scripts;
    private final RoomLayouts layouts;
    private final Rooms rooms;
    private final DrawProcess draws;
    private final QueueNumbers numbers;
    private final Clock clock;

    LineStateRecovery(
            StringRedisTemplate redis,
            LineScripts scripts,
            RoomLayouts layouts,
            Rooms rooms,
            DrawProcess draws,
            QueueNumbers numbers,
            Clock clock) {
        this.redis = redis;
        this.scripts = scripts;
        this.layouts = layouts;
        this.rooms = rooms;
        this.draws = draws;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Runs a script in the room, which is created first when it is missing.
     *
     * @param afterSale the answer when the sale is over and the room is gone
     */
    <A extends ScriptAnswer> A run(Room room, Supplier<A> script, A afterSale) {
        A answer = numbers.runWithNumbers(room.eventId(), script);
        if (answer.isRoomMissing()) {
            if (room.isOverAt(clock.instant())) {
                return afterSale;
            }
            if (!createOrRebuild(room)) {
                throw new LineRebuilding();
            }
            answer = numbers.runWithNumbers(room.eventId(), script);
        }
        if (answer.isRoomMissing() || answer.isRebuilding() || answer.shortage() != null) {
            throw new LineRebuilding();
        }
        return answer;
    }

    /** Creates a room that is missing in Redis; false while a lost room is being rebuilt, and when its sale is over. */
    public boolean createOrRebuild(Room known) {
        if (known.isOverAt(clock.instant())) {
            return false;
        }
        if (!known.wasLaidOut()) {
            Room room = rooms.reload(known);
            if (!room.wasLaidOut()) {
                layouts.create(room);
                rooms.markLaidOut(room.eventId());
                return true;
            }
            if (isInRedis(room)) {
                return true;
            }
        }
        if (rebuilding.add(known.eventId())) {
            Thread.ofVirtual().name("rebuild-" + known.eventId()).start(() -> rebuild(known));
        }
        return false;
    }

    private void rebuild(Room known) {
        String lock = scripts.key(known.eventId(), "rebuilder");
        try {
            if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(lock, "1", REBUILD_LOCK))) {
                try {
                    rebuildLocked(rooms.reload(known), () -> redis.expire(lock, REBUILD_LOCK));
                } finally {
                    redis.delete(lock);
                }
            }
        } catch (RuntimeException e) {
            log.warn(
                    "Rebuilding the line of event {} failed; the next call tries again: {}",
                    known.eventId(),
                    e.toString());
        } finally {
            rebuilding.remove(known.eventId());
        }
    }

    private void rebuildLocked(Room room, Runnable renewLock) {
        if (!isInRedis(room)) {
            log.warn("Redis lost the line of event {}; it is rebuilt from the drawn list and receipts", room.eventId());
            draws.writeAgain(room, renewLock);
            layouts.create(room);
        }
    }

    private boolean isInRedis(Room room) {
        return Boolean.TRUE.equals(redis.hasKey(scripts.key(room.eventId(), "meta")));
    }
}
