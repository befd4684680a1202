package podo.reservation.waitingroom.script;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inventory saw a fan who was admitted.
 *
 * @param busyUntil the end of the fan's hold, null without one: until then the fan counts as active
 * @param passId the pass that was shown, and {@code passUntil} its end; null when none was shown
 */
public record PassHeartbeat(
        long eventId,
        long fanId,
        @Nullable Instant busyUntil,
        @Nullable String passId,
        @Nullable Instant passUntil) {

    List<Object> args() {
        return List.of(fanId, millis(busyUntil), passId == null ? "" : passId, millis(passUntil));
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? 0 : instant.toEpochMilli();
    }
}
