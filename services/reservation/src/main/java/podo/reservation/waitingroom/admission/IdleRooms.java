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
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.starter.redis.RedisChannelSubscriber;

/**
 * Rooms in which nobody waits and no slot is taken. They are ticked every few seconds until a fan joins, which the script publishes
 * on a channel, or until their row changes. An instance that misses the message is late by one long interval at most.
 */
@Component
class IdleRooms implements MessageListener {

    private record Rest(Room room, Instant until) {}

    private final Map<Long, Rest> resting = new ConcurrentHashMap<>();
    private final AtomicLong wakeUps = new AtomicLong();
    private final RoomSettings settings;
    private final Clock clock;

    IdleRooms(RoomSettings settings, Clock clock, RedisChannelSubscriber subscriber) {
        this.settings = settings;
        this.clock = clock;
        subscriber.subscribeEventually(RedisChannels.ROOM_STIRRED, this);
    }

    boolean isResting(Room room) {
        Rest rest = resting.get(room.eventId());
        return rest != null && rest.room().equals(room) && clock.instant().isBefore(rest.until());
    }

    /** Messages received so far; to be read before the tick that finds the room idle. */
    long wakeUps() {
        return wakeUps.get();
    }

    /** Lets the room rest, unless a message arrived since {@code wakeUpsBefore}, which may have been about it. */
    void rest(Room room, Duration atMost, long wakeUpsBefore) {
        Duration rest = atMost.compareTo(settings.quietTick()) < 0 ? atMost : settings.quietTick();
        resting.put(room.eventId(), new Rest(room, clock.instant().plus(rest)));
        if (wakeUpsBefore != wakeUps.get()) {
            resting.remove(room.eventId());
        }
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        wakeUps.incrementAndGet();
        resting.remove(Long.valueOf(new String(message.getBody(), StandardCharsets.US_ASCII)));
    }
}
