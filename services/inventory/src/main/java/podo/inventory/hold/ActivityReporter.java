package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.inventory.hold.WaitingRoomClient.Sign;
import podo.starter.security.EntryPass;

/**
 * Tells the rooms once a second which fans were seen with which pass, and hears who has no slot any more. A sign that can't
 * be told is dropped: the next one will be.
 */
@Component
class ActivityReporter {

    private static final Logger log = LoggerFactory.getLogger(ActivityReporter.class);

    private record Guest(long eventId, long fanId) {}

    private final ConcurrentHashMap<Guest, Sign> seen = new ConcurrentHashMap<>();
    private final WaitingRoomClient rooms;
    private final RevokedPasses lost;
    private final Clock clock;

    ActivityReporter(WaitingRoomClient rooms, RevokedPasses lost, Clock clock) {
        this.rooms = rooms;
        this.lost = lost;
        this.clock = clock;
    }

    void seen(EntryPass pass) {
        Sign sign = new Sign(pass.eventId(), pass.fanId(), clock.instant(), pass.id(), pass.expiresAt());
        seen.putIfAbsent(guest(sign), sign);
    }

    void busy(Hold hold) {
        put(hold, hold.heldUntil());
    }

    /** The fan gave the seats back. */
    void idle(Hold hold) {
        put(hold, clock.instant());
    }

    private void put(Hold hold, Instant busyUntil) {
        Sign sign = new Sign(hold.eventId(), hold.fanId(), busyUntil, hold.passId(), hold.passUntil());
        seen.put(guest(sign), sign);
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        List<Sign> signs = List.copyOf(seen.values());
        if (signs.isEmpty()) {
            return;
        }
        signs.forEach(sign -> seen.remove(guest(sign), sign));
        Instant askedAt = clock.instant();
        try {
            lost.learn(signs, rooms.signs(signs).gone(), askedAt);
        } catch (RuntimeException e) {
            log.debug("{} signs of life were not heard: {}", signs.size(), e.toString());
        }
    }

    private static Guest guest(Sign sign) {
        return new Guest(sign.eventId(), sign.fanId());
    }
}
