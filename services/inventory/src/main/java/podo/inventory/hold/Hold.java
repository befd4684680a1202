package podo.inventory.hold;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fan's claim on seats of one event. */
record Hold(
        String id,
        long eventId,
        long fanId,
        List<Long> seatIds,
        long total,
        Status status,
        Instant heldUntil,
        String passId,
        Instant passUntil,
        int extended,
        @Nullable String orderId) {

    /** As the database has it; whether a hold that is HELD is still alive is told by the time. */
    enum Status {
        HELD,
        PINNED,
        SOLD,
        RELEASED,
        LAPSED,
        LOST,
        RETURNED
    }

    /** As others see it: HELD, PINNED, SOLD, RELEASED or LAPSED. */
    Status seenAt(Instant now) {
        return switch (status) {
            case HELD, PINNED -> heldUntil.isAfter(now) ? status : Status.LAPSED;
            case LOST -> Status.LAPSED;
            case RETURNED -> Status.RELEASED;
            case SOLD, RELEASED, LAPSED -> status;
        };
    }
}
