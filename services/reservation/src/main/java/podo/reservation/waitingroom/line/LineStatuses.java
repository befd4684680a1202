package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.availability.SeatsLeft;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is the same for all who wait: one small read per front end and second, however many watch. */
@Component
public class LineStatuses {

    /**
     * @param state LOBBY before the draw, OPEN, PAUSED, DRAINING, or CLOSED when sold out, over or closed by hand
     * @param binding which bound held admission at the last tick: RATE, HEALTH, CAP, SEATS, NOBODY, PAUSED, DRAINING,
     *     UNKNOWN while nobody says how many seats are left, CLOSED, REBUILDING
     * @param sellable seats that can still be sold, null when unknown
     * @param rebuilt the line was lost once and came back from the database and from receipts
     */
    public record Pulse(
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
            Instant at) {}

    private final LineScripts steps;
    private final SeatsLeft seatsLeft;
    private final Clock clock;

    LineStatuses(LineScripts steps, SeatsLeft seatsLeft, Clock clock) {
        this.steps = steps;
        this.seatsLeft = seatsLeft;
        this.clock = clock;
    }

    public Pulse of(Room room) {
        LineScripts.Reply reply = steps.run("pulse", room.eventId());
        SeatsLeft.Count seats = seatsLeft.last(room.eventId());
        List<SeatsLeft.Grade> grades = seats.grades();
        Long sellable = seats.sellable() < 0 ? null : Long.valueOf(seats.sellable());
        if (!reply.word().equals("OK")) {
            boolean over = room.isOverAt(clock.instant());
            boolean lost = !over && room.wasLaidOut();
            String state = over ? "CLOSED" : room.hasNumbers() ? room.mode().name() : "LOBBY";
            return new Pulse(state, 0, 0, 0, 0, 0, lost ? "REBUILDING" : "", grades, sellable, lost, clock.instant());
        }
        boolean drawn = reply.text(7).equals("1");
        return new Pulse(
                reply.text(6).equals("1") ? "CLOSED" : drawn ? room.mode().name() : "LOBBY",
                reply.number(1),
                reply.number(2),
                reply.number(3),
                drawn ? 0 : reply.number(8),
                Double.parseDouble(reply.text(4)),
                reply.text(5),
                grades,
                sellable,
                reply.text(9).equals("1"),
                clock.instant());
    }
}
