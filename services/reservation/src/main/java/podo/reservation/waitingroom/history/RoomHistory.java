package podo.reservation.waitingroom.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.availability.HallCount;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.room.Room;

/** Reads how a sale went and how it stands. */
@Component
public class RoomHistory {

    private final LineStatuses statuses;
    private final RoomFigures figures;
    private final LineSamples samples;
    private final SeatsLeft seatsLeft;
    private final Clock clock;

    RoomHistory(LineStatuses statuses, RoomFigures figures, LineSamples samples, SeatsLeft seatsLeft, Clock clock) {
        this.statuses = statuses;
        this.figures = figures;
        this.samples = samples;
        this.seatsLeft = seatsLeft;
        this.clock = clock;
    }

    /** The room at this moment, also of a room that is not recorded because it is idle. */
    public LineSample now(Room room) {
        seatsLeft.refresh(room.eventId()); // nobody ticks a room whose sale is over
        LineStatuses.LineStatus status = statuses.status(room);
        return figures.now(room, status.waiting(), status.inside(), status.ratePerSecond(), status.binding());
    }

    public Optional<HallCount> hall(Room room) {
        return seatsLeft.hall(room.eventId());
    }

    /** The samples after {@code from}, the oldest first: at most 2,340, every 5 s of a quarter of an hour, every minute of a day, every hour of 30 days. */
    public List<LineSample> after(Room room, Instant from) {
        return samples.after(room.eventId(), from, clock.instant());
    }
}
