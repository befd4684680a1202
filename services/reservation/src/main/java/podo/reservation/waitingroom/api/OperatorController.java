package podo.reservation.waitingroom.api;

import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** The levers of a room, for the organiser of its event. */
@RestController
@RequestMapping("/api/events/{eventId}/room")
class OperatorController {

    /** @param rate fans per second; {@code cap} fans inside at once */
    record Levers(
            @NotNull @Min(0) @Max(100_000) Integer rate,
            @NotNull @Min(0) @Max(1_000_000) Integer cap,
            Room.@NotNull Mode mode) {}

    record Panel(Levers levers, LineStatuses.Pulse pulse) {}

    private final Line line;
    private final LineStatuses pulses;
    private final Refusals refusals;

    OperatorController(Line line, LineStatuses pulses, Refusals refusals) {
        this.line = line;
        this.pulses = pulses;
        this.refusals = refusals;
    }

    @GetMapping
    Panel panel(@PathVariable long eventId, Fan organiser) {
        Room room = own(eventId, organiser);
        return new Panel(new Levers(room.rate(), room.cap(), room.mode()), pulses.of(room));
    }

    @PutMapping
    Panel steer(@PathVariable long eventId, @Valid @RequestBody Levers levers, Fan organiser) {
        own(eventId, organiser);
        line.steer(eventId, levers.rate(), levers.cap(), levers.mode());
        return panel(eventId, organiser);
    }

    /** Who was refused and why, the latest first. */
    @GetMapping("/refusals")
    List<Refusals.Refusal> refusals(@PathVariable long eventId, Fan organiser) {
        own(eventId, organiser);
        return refusals.latest(eventId, 200);
    }

    private Room own(long eventId, Fan organiser) {
        Room room = line.room(eventId);
        if (room.organiserId() != organiser.id()) {
            throw new NotFound();
        }
        return room;
    }
}
