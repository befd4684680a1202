package podo.inventory.hold.move;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves for reservation, which owns the orders. */
@RestController
class InternalMoveController {

    private final SeatMoveDesk desk;

    InternalMoveController(SeatMoveDesk desk) {
        this.desk = desk;
    }

    /** Answers with the message that is sent about it; a repeated request gets the message of the first. */
    @PostMapping("/internal/events/{eventId}/holds/{holdId}/move")
    SeatMoveDesk.Moved move(
            @PathVariable long eventId, @PathVariable String holdId, @Valid @RequestBody MoveRequest request) {
        return desk.move(eventId, holdId, request);
    }
}
