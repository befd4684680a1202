package podo.reservation.waitingroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.waitingroom.admission.AdmissionControl;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Room.Mode;
import podo.reservation.waitingroom.room.Rooms;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** The levers of a room, for the team of its event. */
@Tag(name = "Room")
@RestController
@RequestMapping("/api/events/{eventId}/room")
class OperatorController {

    /** @param rate fans per second; {@code cap} fans inside at once */
    record Levers(
            @NotNull @Min(0) @Max(100_000) Integer rate,
            @NotNull @Min(0) @Max(1_000_000) Integer cap,
            @NotNull Mode mode) {}

    record Panel(Levers levers, LineStatuses.LineStatus pulse) {}

    private final AdmissionControl admission;
    private final LineStatuses statuses;
    private final Refusals refusals;
    private final Rooms rooms;
    private final OrganiserActions actions;
    private final TeamRights teams;

    OperatorController(
            AdmissionControl admission,
            LineStatuses statuses,
            Refusals refusals,
            Rooms rooms,
            OrganiserActions actions,
            TeamRights teams) {
        this.admission = admission;
        this.statuses = statuses;
        this.refusals = refusals;
        this.rooms = rooms;
        this.actions = actions;
        this.teams = teams;
    }

    @Operation(summary = "Get the levers and the status of the line")
    @GetMapping
    Panel panel(@PathVariable long eventId, Fan organiser) {
        Room room = requireOwn(Right.VIEW, eventId, organiser);
        return new Panel(new Levers(room.rate(), room.cap(), room.mode()), statuses.status(room));
    }

    @Operation(summary = "Set rate, cap and mode of the line")
    @PutMapping
    Panel setLevers(@PathVariable long eventId, @Valid @RequestBody Levers levers, Fan organiser) {
        requireOwn(Right.LEVERS, eventId, organiser);
        admission.setLevers(eventId, levers.rate(), levers.cap(), levers.mode());
        actions.record(
                eventId,
                null,
                organiser.id(),
                OrganiserAction.Kind.LEVERS_SET,
                Map.of("rate", levers.rate(), "cap", levers.cap(), "mode", levers.mode()));
        return panel(eventId, organiser);
    }

    /** The latest 200 refusals with their reasons, newest first. */
    @Operation(summary = "List refused attempts")
    @GetMapping("/refusals")
    List<Refusals.Refusal> refusals(@PathVariable long eventId, Fan organiser) {
        requireOwn(Right.VIEW, eventId, organiser);
        return refusals.latest(eventId, 200);
    }

    private Room requireOwn(Right right, long eventId, Fan organiser) {
        Room room = rooms.require(eventId);
        teams.require(right, organiser, room.organiserId(), eventId);
        return room;
    }
}
