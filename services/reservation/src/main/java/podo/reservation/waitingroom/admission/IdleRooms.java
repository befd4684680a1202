package podo.reservation.waitingroom.admission;

import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.room.Rooms;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.stereotype.Component;
import podo.starter.redis.RedisChannelSubscriber;

/**
 * Rooms in which nobody stands. They are ticked every few seconds only, until somebody comes, which the script tells all
 * instances, or until their row changes. An instance that misses the word is late by one long tick and no more.
 */
@Component
class IdleRooms implements MessageListener {

    private record Rest(Room room, Instant until) {}

    private final Map<Long, Rest> resting = new ConcurrentHashMap<>();
    private final AtomicLong words = new AtomicLong();
    private final RoomSettings settings;
    private final Clock clock;

    IdleRooms(RoomSettings settings, Clock clock, RedisChannelSubscriber ear) {
        this.settings = settings;
        this.clock = clock;
        ear.expect("podo:rooms:stirred", this);
    }

    boolean rests(Room room) {
        Rest rest = resting.get(room.eventId());
        return rest != null && rest.room().equals(room) && clock.instant().isBefore(rest.until());
    }

    /** How many words were heard so far; to be read before the tick that finds the room quiet. */
    long heard() {
        return words.get();
    }

    /** Lets the room rest, unless a word came since, which may have been about it. */
    void rest(Room room, Duration atMost, long heardBefore) {
        Duration rest = atMost.compareTo(settings.quietTick()) < 0 ? atMost : settings.quietTick();
        resting.put(room.eventId(), new Rest(room, clock.instant().plus(rest)));
        if (heardBefore != words.get()) {
            resting.remove(room.eventId());
        }
    }

    @Override
    public void onMessage(Message message, byte[] pattern) {
        words.incrementAndGet();
        resting.remove(Long.valueOf(new String(message.getBody(), StandardCharsets.US_ASCII)));
    }
}
