package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.inventory.hold.Rooms.Sign;

/** Tells the rooms once a second which fans were seen. A sign that can't be told is dropped: the next one will be. */
@Component
class SignsOfLife {

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    private record Guest(long eventId, long fanId) {}

    private final ConcurrentHashMap<Guest, Instant> seen = new ConcurrentHashMap<>();
    private final Rooms rooms;
    private final Clock clock;

    SignsOfLife(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    void seen(long eventId, long fanId) {
        seen.putIfAbsent(new Guest(eventId, fanId), clock.instant());
    }

    void busy(Hold hold) {
        seen.put(new Guest(hold.eventId(), hold.fanId()), hold.heldUntil());
    }

    /** The fan gave the seats back. */
    void idle(Hold hold) {
        seen.put(new Guest(hold.eventId(), hold.fanId()), clock.instant());
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        List<Sign> signs = seen.entrySet().stream()
                .map(sign -> new Sign(sign.getKey().eventId(), sign.getKey().fanId(), sign.getValue()))
                .toList();
        if (signs.isEmpty()) {
            return;
        }
        signs.forEach(sign -> seen.remove(new Guest(sign.eventId(), sign.fanId()), sign.busyUntil()));
        try {
            rooms.signs(signs);
        } catch (RuntimeException e) {
            log.debug("{} signs of life were not heard: {}", signs.size(), e.toString());
        }
    }
}
