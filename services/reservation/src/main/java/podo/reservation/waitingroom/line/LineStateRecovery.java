package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.draw.DrawProcess;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.room.QueueNumbers;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.estimate.SlotLifeTable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The rooms as they stand in Redis. One that nobody has asked for yet is laid out by whoever comes first; one that was lost is
 * written again by one instance, in the background, and everybody else is told to come back in a moment.
 */
@Component
public class LineStateRecovery {

    private static final Logger log = LoggerFactory.getLogger(LineStateRecovery.class);
    private static final Duration KEPT_AFTER_THE_SALE = Duration.ofDays(7);
    private static final Duration REBUILDING = Duration.ofSeconds(60);
    private static final LineScripts.Reply CLOSED = new LineScripts.Reply(List.of("CLOSED", "", 0, 0, 0, 0, 0, "", 0));

    private final Set<Long> rebuilding = ConcurrentHashMap.newKeySet();
    private final StringRedisTemplate redis;
    private final LineScripts steps;
    private final Rooms rooms;
    private final DrawProcess draws;
    private final QueueNumbers numbers;
    private final RoomSettings settings;
    private final Clock clock;

    LineStateRecovery(
            StringRedisTemplate redis,
            LineScripts steps,
            Rooms rooms,
            DrawProcess draws,
            QueueNumbers numbers,
            RoomSettings settings,
            Clock clock) {
        this.redis = redis;
        this.steps = steps;
        this.rooms = rooms;
        this.draws = draws;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    /** A fan's step. A sale that is over has no room any more, and needs none to say so. */
    LineScripts.Reply step(Room room, String step, Object... args) {
        LineScripts.Reply reply = numbers.with(room.eventId(), () -> steps.run(step, room.eventId(), args));
        if (reply.word().equals("NO_ROOM")) {
            if (room.isOverAt(clock.instant())) {
                return CLOSED;
            }
            if (!layOut(room)) {
                throw new LineRebuilding();
            }
            reply = numbers.with(room.eventId(), () -> steps.run(step, room.eventId(), args));
        }
        return switch (reply.word()) {
            case "REBUILDING", "NO_ROOM", "NO_NUMBERS" -> throw new LineRebuilding();
            default -> reply;
        };
    }

    /** False while a lost room is being written again, or when its sale is over. */
    public boolean layOut(Room known) {
        if (known.isOverAt(clock.instant())) {
            return false;
        }
        if (!known.wasLaidOut()) {
            Room room = rooms.again(known);
            if (!room.wasLaidOut()) {
                open(room);
                rooms.laidOut(room.eventId());
                return true;
            }
            if (isThere(room)) {
                return true;
            }
        }
        if (rebuilding.add(known.eventId())) {
            Thread.ofVirtual().name("rebuild-" + known.eventId()).start(() -> rebuild(known));
        }
        return false;
    }

    private void rebuild(Room known) {
        String turn = steps.key(known.eventId(), "rebuilder");
        try {
            if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(turn, "1", REBUILDING))) {
                try {
                    rebuildNow(rooms.again(known), () -> redis.expire(turn, REBUILDING));
                } finally {
                    redis.delete(turn);
                }
            }
        } catch (RuntimeException e) {
            log.warn("The line of event {} could not be written again yet: {}", known.eventId(), e.toString());
        } finally {
            rebuilding.remove(known.eventId());
        }
    }

    private void rebuildNow(Room room, Runnable going) {
        if (!isThere(room)) {
            log.warn("The line of event {} was lost; the drawn list brings it back, and receipts", room.eventId());
            draws.writeAgain(room, going);
            open(room);
        }
    }

    private boolean isThere(Room room) {
        return Boolean.TRUE.equals(redis.hasKey(steps.key(room.eventId(), "meta")));
    }

    private void open(Room room) {
        steps.run(
                "open",
                room.eventId(),
                room.lobbyOpensAt().toEpochMilli(),
                room.onSaleAt().toEpochMilli(),
                settings.offer().toMillis(),
                room.hasNumbers() ? 1 : 0,
                Math.max(room.drawn(), room.reserved()),
                room.served(),
                settings.silenceInside().toMillis(),
                SlotLifeTable.width(settings.pass()).toMillis(),
                Math.max(room.drawn(), room.reserved()),
                room.wasLaidOut() ? 1 : 0,
                settings.rebuildGrace().toMillis(),
                room.drawn(),
                room.salesEndAt().plus(KEPT_AFTER_THE_SALE).toEpochMilli());
    }
}
