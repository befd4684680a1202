package podo.reservation.waitingroom.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.reservation.waitingroom.room.Room;

/**
 * A room at one moment.
 *
 * @param inside slots taken
 * @param held seats and places that fans hold, null when unknown
 * @param admittedPerSecond averaged over the last ticks
 * @param binding which bound held admission, as in {@code LineSnapshot}
 * @param sold seats and places by grade
 * @param soldInAreas places by standing area, which are also in {@code sold}
 * @param refused refused entries so far, by reason
 * @param declined payments that the bank declined so far, by its code
 * @param captured whole won that was paid so far, null when unknown; {@code refunded} is what went back
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LineSample(
        Instant at,
        long waiting,
        long inside,
        @Nullable Long held,
        double admittedPerSecond,
        String binding,
        Room.Mode mode,
        int rate,
        int cap,
        @Nullable Map<String, Long> sold,
        @Nullable Map<String, Long> soldInAreas,
        @Nullable Map<String, Long> refused,
        @Nullable Map<String, Long> declined,
        @Nullable Long captured,
        @Nullable Long refunded) {}
