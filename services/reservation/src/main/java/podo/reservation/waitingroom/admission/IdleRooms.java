package podo.reservation.waitingroom.admission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.stereotype.Component;
import podo.contracts.RedisChannels;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.starter.redis.RedisChannelSubscriber;

/**
 * Rooms in which nobody waits and no slot is taken. They are ticked every few seconds until a fan joins, which the script publishes
 * on a channel, or until their row changes. An instance that misses the message is late by one long interval at most. The ticks of a quiet room, one whose rest
 * may last longer than an answer about seats is used, hardly ask the inventory; it is asked when the first fan comes.
 */
@Component
class IdleRooms implements MessageListener {

    private record Rest(Room room, Instant until, boolean quiet) {}

    private final Map<Long, Rest> resting = new ConcurrentHashMap<>();
    private final AtomicLong wakeUps = new AtomicLong();
    private final SeatsLeft seatsLeft;
    private final RoomSettings settings;
    private final Clock clock;

    IdleRooms(SeatsLeft seatsLeft, RoomSettings settings, Clock clock, RedisChannelSubscriber subscriber) {
        this.seatsLeft = seatsLeft;
        this.settings = settings;
        this.clock = clock;
        subscriber.subscribeEventually(RedisChannels.ROOM_STIRRED, this);
    }

    boolean isResting(Room room) {
        Rest rest = resting.get(room.eventId());
        return rest != null && rest.room().equals(room) && clock.instant().isBefore(rest.until());
    }

    /** Whether the last tick found nobody, and nothing is due soon. */
    boolean isQuiet(Room room) {
        Rest rest = resting.get(room.eventId());
        return rest != null && rest.quiet() && rest.room().equals(room);
    }

    /** Messages received so far; to be read before the tick that finds the room idle. */
    long wakeUps() {
        return wakeUps.get();
    }

    /** Lets the room rest, unless a message arrived since {@code wakeUpsBefore}, which may have been about it. */
    void rest(Room room, Duration atMost, long wakeUpsBefore) {
        Duration rest = atMost.compareTo(settings.quietTick()) < 0 ? atMost : settings.quietTick();
        boolean quiet = atMost.compareTo(settings.seatsKnownFor()) > 0;
        resting.put(room.eventId(), new Rest(room, clock.instant().plus(rest), quiet));
        if (wakeUpsBefore != wakeUps.get()) {
            wake(room.eventId());
        }
    }

    /** For a room in which somebody stands. */
    void wake(long eventId) {
        Rest rest = resting.remove(eventId);
        if (rest != null && rest.quiet()) {
            seatsLeft.refresh(rest.room().showId());
        }
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        wakeUps.incrementAndGet();
        wake(Long.parseLong(new String(message.getBody(), StandardCharsets.US_ASCII)));
    }
}
