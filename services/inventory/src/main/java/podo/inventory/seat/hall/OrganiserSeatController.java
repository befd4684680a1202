package podo.inventory.seat.hall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatOffer;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Lets members of a team block seats of its events and read a seat's history. */
@Tag(name = "Seats for organisers")
@RestController
@RequestMapping("/api/events/{eventId}/seats")
class OrganiserSeatController {

    record BlockRequest(
            @NotEmpty @Size(max = 5_000) List<@NotNull Long> seatIds,
            @NotNull Boolean blocked) {}

    /** @param seatIds the seats that were changed; held and sold seats are not */
    record ChangedSeats(List<Long> seatIds) {}

    record SeatLife(SeatOffer seat, List<SeatHistory.Change> changes) {}

    private final Halls halls;
    private final SeatBlocks blocks;
    private final SeatHistory history;
    private final SeatChangePublisher seatChanges;
    private final TeamRights teams;

    OrganiserSeatController(
            Halls halls, SeatBlocks blocks, SeatHistory history, SeatChangePublisher seatChanges, TeamRights teams) {
        this.halls = halls;
        this.blocks = blocks;
        this.history = history;
        this.seatChanges = seatChanges;
        this.teams = teams;
    }

    @PutMapping("/blocks")
    @Operation(summary = "Block or unblock seats of one of your events")
    ChangedSeats block(@PathVariable long eventId, @RequestBody @Valid BlockRequest request, Fan organiser) {
        Hall hall = ownHall(Right.EDIT, eventId, organiser);
        if (!request.seatIds().stream().allMatch(id -> hall.seat(id).isPresent())) {
            throw new NotFound();
        }
        List<SeatChange> changes = blocks.set(hall, request.seatIds(), request.blocked(), organiser.id());
        seatChanges.publish(eventId, changes);
        return new ChangedSeats(changes.stream().map(SeatChange::seatId).toList());
    }

    @GetMapping("/{seatId}/history")
    @Operation(summary = "History of one seat")
    SeatLife history(@PathVariable long eventId, @PathVariable long seatId, Fan organiser) {
        Hall hall = ownHall(Right.ORDERS_READ, eventId, organiser);
        Seat seat = hall.seat(seatId).orElseThrow(NotFound::new);
        return new SeatLife(SeatOffer.of(seat, hall), history.of(seatId));
    }

    private Hall ownHall(Right right, long eventId, Fan organiser) {
        Hall hall = halls.of(eventId);
        teams.require(right, organiser, hall.organiserId(), eventId);
        return hall;
    }
}
