package podo.inventory.seat.hall;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChangePublisher;

/** Answers the event service whether a change of an event is in force; when it is, seat maps and new holds follow it at once. */
@Hidden
@RestController
class HallChangeDesk {

    private final HallChanges changes;
    private final Halls halls;
    private final SeatChangePublisher seatChanges;

    HallChangeDesk(HallChanges changes, Halls halls, SeatChangePublisher seatChanges) {
        this.changes = changes;
        this.halls = halls;
        this.seatChanges = seatChanges;
    }

    @PutMapping("/internal/events/{eventId}/hall")
    HallChange.Decision change(@PathVariable long eventId, @RequestBody @Valid HallChange change) {
        HallChange.Decision decision = changes.decide(eventId, change);
        if (decision.isApplied()) {
            halls.evict(eventId);
            seatChanges.publishReload(eventId);
        }
        return decision;
    }
}
