package podo.inventory.seat;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For the line and the pages: how much is left. */
@RestController
class AvailabilityController {

    private final SeatMaps maps;

    AvailabilityController(SeatMaps maps) {
        this.maps = maps;
    }

    @GetMapping("/internal/events/{eventId}/availability")
    Availability of(@PathVariable long eventId) {
        return Availability.of(maps.now(eventId));
    }
}
