package podo.reservation.waitingroom.line;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.LineEnd;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineSnapshot;

/** The status of a line that all its fans share: one read per front end and second, however many fans watch. */
@Component
public class LineStatuses {

    /**
     * @param state LOBBY before the draw, OPEN, PAUSED, DRAINING, or CLOSED when sold out, over or closed by hand
     * @param serving the highest number that was offered to enter
     * @param inside slots taken
     * @param binding which bound held admission at the last tick: RATE, HEALTH, CAP, SEATS, NOBODY, PAUSED, DRAINING, UNKNOWN while
     *     the seats left are unknown, CLOSED, REBUILDING
     * @param sellable seats that can still be sold, null when unknown
     * @param closedBecause only with CLOSED
     * @param rebuilt the line was lost once and was rebuilt from the database and from receipts
     */
    public record LineStatus(
            String state,
            long serving,
            long waiting,
            long inside,
            long lobby,
            double ratePerSecond,
            String binding,
            List<SeatsLeft.Grade> seatsLeft,
            @Nullable Long sellable,
            boolean rebuilt,
            Instant at,
            @Nullable LineEnd closedBecause) {}

    private final AdmissionScripts scripts;
    private final SeatsLeft seatsLeft;
    private final Clock clock;

    LineStatuses(AdmissionScripts scripts, SeatsLeft seatsLeft, Clock clock) {
        this.scripts = scripts;
        this.seatsLeft = seatsLeft;
        this.clock = clock;
    }

    public LineStatus status(Room room) {
        seatsLeft.refresh(room.showId()); // a tick hardly asks while nobody waits
        SeatsLeft.Count seats = seatsLeft.last(room.showId());
        Long sellable = seats.sellable() < 0 ? null : Long.valueOf(seats.sellable());
        if (room.isOverAt(clock.instant())) {
            return statusOfEnded(room, seats, sellable);
        }
        return scripts.snapshot(room.eventId())
                .map(line -> status(room, line, seats, sellable))
                .orElseGet(() -> statusWithoutLine(room, seats, sellable));
    }

    private LineStatus status(Room room, LineSnapshot line, SeatsLeft.Count seats, @Nullable Long sellable) {
        return new LineStatus(
                line.closed() ? "CLOSED" : line.drawn() ? room.mode().name() : "LOBBY",
                line.serving(),
                line.waiting(),
                line.taken(),
                line.drawn() ? 0 : line.fans(),
                line.ratePerSecond(),
                line.binding(),
                seats.grades(),
                sellable,
                line.rebuilt(),
                clock.instant(),
                line.closed() ? PlaceMapper.endOf(room, seats, clock.instant()) : null);
    }

    /** Nobody waits and nobody is inside any more, whatever Redis still keeps. */
    private LineStatus statusOfEnded(Room room, SeatsLeft.Count seats, @Nullable Long sellable) {
        Instant now = clock.instant();
        return new LineStatus(
                LineState.CLOSED.name(),
                room.served(),
                0,
                0,
                0,
                0,
                "CLOSED",
                seats.grades(),
                sellable,
                false,
                now,
                PlaceMapper.endOf(room, seats, now));
    }

    private LineStatus statusWithoutLine(Room room, SeatsLeft.Count seats, @Nullable Long sellable) {
        boolean isLost = room.wasLaidOut();
        String state = room.hasNumbers() ? room.mode().name() : "LOBBY";
        String binding = isLost ? "REBUILDING" : "";
        return new LineStatus(state, 0, 0, 0, 0, 0, binding, seats.grades(), sellable, isLost, clock.instant(), null);
    }
}
