package podo.reservation.waitingroom.estimate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.script.TickResult;

/** The current estimate of each event's line. */
@Component
public class WaitEstimates {

    private final Map<Long, WaitEstimate> byEvent = new ConcurrentHashMap<>();
    private final RoomSettings settings;

    WaitEstimates(RoomSettings settings) {
        this.settings = settings;
    }

    /** Takes in what the last tick showed, on whichever instance it ran. */
    public void update(Room room, TickResult.Progress progress, long sellable, double health) {
        byEvent.compute(
                room.eventId(),
                (event, before) -> WaitEstimate.after(before, progress, room, sellable, health, settings));
    }

    /** The wait behind so many fans; null while it is not known. */
    public WaitEstimate.@Nullable Wait waitBehind(long eventId, long ahead) {
        WaitEstimate estimate = byEvent.get(eventId);
        return estimate == null ? null : estimate.waitBehind(ahead);
    }
}
