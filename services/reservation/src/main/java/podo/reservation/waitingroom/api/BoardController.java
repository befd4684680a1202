package podo.reservation.waitingroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.waitingroom.availability.HallCount;
import podo.reservation.waitingroom.history.LineSample;
import podo.reservation.waitingroom.history.RoomHistory;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.starter.passkey.NeedsPasskey;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** How a sale goes, for the team of its event: the line and the hall for whoever sees the event, the money for whoever reads money. */
@Tag(name = "Room")
@RestController
@RequestMapping("/api/events/{eventId}/room")
class BoardController {

    /** A {@link LineSample} without its money. */
    record Point(
            Instant at,
            long waiting,
            long inside,
            @Nullable Long held,
            double admittedPerSecond,
            String binding,
            Room.Mode mode,
            int rate,
            int cap,
            Map<String, Long> sold,
            Map<String, Long> soldInAreas,
            Map<String, Long> refused,
            Map<String, Long> declined) {

        static Point of(LineSample sample) {
            return new Point(
                    sample.at(),
                    sample.waiting(),
                    sample.inside(),
                    sample.held(),
                    sample.admittedPerSecond(),
                    Objects.requireNonNullElse(sample.binding(), ""),
                    sample.mode(),
                    sample.rate(),
                    sample.cap(),
                    Objects.requireNonNullElse(sample.sold(), Map.of()),
                    Objects.requireNonNullElse(sample.soldInAreas(), Map.of()),
                    Objects.requireNonNullElse(sample.refused(), Map.of()),
                    Objects.requireNonNullElse(sample.declined(), Map.of()));
        }
    }

    /** @param captured whole won that was paid so far, null when unknown; {@code refunded} is what went back */
    record MoneyPoint(
            Instant at, @Nullable Long captured, @Nullable Long refunded) {

        static MoneyPoint of(LineSample sample) {
            return new MoneyPoint(sample.at(), sample.captured(), sample.refunded());
        }
    }

    /** @param grades empty, as {@code areas}, while the inventory has not answered */
    record History(Point now, List<HallCount.InGrade> grades, List<HallCount.InArea> areas, List<Point> samples) {}

    record MoneyHistory(MoneyPoint now, List<MoneyPoint> samples) {}

    private static final String FROM = "Only samples after this time; all without it";

    private final RoomHistory history;
    private final Rooms rooms;
    private final TeamRights teams;

    BoardController(RoomHistory history, Rooms rooms, TeamRights teams) {
        this.history = history;
        this.rooms = rooms;
        this.teams = teams;
    }

    @Operation(
            summary = "Read how the line, the seats, refusals and declined payments stand and how they went",
            description = "A room is recorded every 5 s while fans wait or are inside. Samples are kept every 5 s for a"
                    + " quarter of an hour, every minute for a day and every hour for 30 days.")
    @GetMapping("/history")
    History history(
            @PathVariable long eventId,
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable Instant from,
            Fan organiser) {
        Room room = requireOwn(Right.VIEW, eventId, organiser);
        LineSample now = history.now(room);
        HallCount hall = history.hall(room).orElse(HallCount.UNKNOWN);
        return new History(
                Point.of(now),
                hall.grades(),
                hall.areas(),
                history.after(room, start(from)).stream().map(Point::of).toList());
    }

    @Operation(summary = "Read how the money of a sale stands and how it went; needs a log-in with a passkey")
    @NeedsPasskey
    @GetMapping("/money")
    MoneyHistory money(
            @PathVariable long eventId,
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable Instant from,
            Fan organiser) {
        Room room = requireOwn(Right.MONEY_READ, eventId, organiser);
        return new MoneyHistory(
                MoneyPoint.of(history.now(room)),
                history.after(room, start(from)).stream().map(MoneyPoint::of).toList());
    }

    private static Instant start(@Nullable Instant from) {
        return from == null ? Instant.EPOCH : from;
    }

    private Room requireOwn(Right right, long eventId, Fan organiser) {
        Room room = rooms.require(eventId);
        teams.require(right, organiser, room.organiserId(), eventId);
        return room;
    }
}
