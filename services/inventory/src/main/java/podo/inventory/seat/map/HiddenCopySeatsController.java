package podo.inventory.seat.map;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.inventory.HiddenCopies;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Seat;
import podo.inventory.seat.map.SeatMap.Snapshot;
import podo.starter.problem.NotFound;

/** The free seats of a hidden copy for reservation's scripted fans, from the live map that fans get of events. */
@RestController
class HiddenCopySeatsController {

    private final SeatMaps maps;

    HiddenCopySeatsController(SeatMaps maps) {
        this.maps = maps;
    }

    /** In the order of the plan. */
    @GetMapping("/internal/hidden-copies/{copyId}/seats")
    List<Long> free(@PathVariable long copyId) {
        if (!HiddenCopies.isOne(copyId)) {
            throw new NotFound();
        }
        Snapshot map = maps.current(copyId);
        return map.hall().seats().stream()
                .filter(seat -> map.state(seat) == SeatState.AVAILABLE)
                .map(Seat::id)
                .toList();
    }
}
