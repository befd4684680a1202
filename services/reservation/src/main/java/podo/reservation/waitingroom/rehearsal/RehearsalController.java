package podo.reservation.waitingroom.rehearsal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Rehearsals of an event's sale, for those of its team who may set the levers of its line. */
@Tag(name = "Room")
@RestController
@RequestMapping("/api/events/{eventId}/room/rehearsal")
class RehearsalController {

    private final Rehearsals rehearsals;
    private final Rooms rooms;
    private final TeamRights teams;

    RehearsalController(Rehearsals rehearsals, Rooms rooms, TeamRights teams) {
        this.rehearsals = rehearsals;
        this.rooms = rooms;
        this.teams = teams;
    }

    @Operation(
            summary = "Rehearse the sale on a simulated clock",
            description =
                    "Looks for a rate, a cap and a hold time, and predicts the sale with them and with those of today. Takes"
                            + " seconds; nothing of it is seen by fans. One at a time.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RehearsalReport start(@PathVariable long eventId, @Valid @RequestBody RehearsalPlan plan, Fan organiser) {
        return rehearsals.start(requireOwn(eventId, organiser), plan);
    }

    @Operation(summary = "Read the event's last rehearsal: its progress, or its result")
    @GetMapping
    RehearsalReport show(@PathVariable long eventId, Fan organiser) {
        requireOwn(eventId, organiser);
        return rehearsals.find(eventId).orElseThrow(NoRehearsal::new);
    }

    @Operation(summary = "Cancel the rehearsal, if one runs")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long eventId, Fan organiser) {
        requireOwn(eventId, organiser);
        rehearsals.cancel(eventId);
    }

    private Room requireOwn(long eventId, Fan organiser) {
        Room room = rooms.require(eventId);
        teams.require(Right.LEVERS, organiser, room.organiserId(), eventId);
        return room;
    }
}
