package podo.inventory.hold.boxoffice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.hold.HeldArea;

/** Holds of the box office for reservation, which knows who sells and makes a booking of them. */
@RestController
class InternalBoxOfficeController {

    /**
     * @param areas the ids of the places, by area
     * @param unblocked seats that were blocked until now; empty in the answer to a repeat
     */
    record TakenSeats(String holdId, List<HeldArea> areas, List<Long> unblocked) {}

    private final BoxOfficeHolds holds;

    InternalBoxOfficeController(BoxOfficeHolds holds) {
        this.holds = holds;
    }

    @PostMapping("/internal/events/{eventId}/box-office/holds")
    TakenSeats take(@PathVariable long eventId, @Valid @RequestBody BoxOfficeHoldRequest request) {
        BoxOfficeHolds.Taken taken = holds.take(eventId, request);
        return new TakenSeats(taken.hold().id(), taken.hold().areas(), taken.unblocked());
    }

    /** @param block seats that are to be blocked again */
    @DeleteMapping("/internal/box-office/holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            @PathVariable String holdId,
            @RequestParam(defaultValue = "") List<@NotNull Long> block,
            @RequestParam(defaultValue = "0") long by) {
        holds.release(holdId, block, by);
    }
}
