package podo.inventory.seat.map;

import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the waiting line and the web pages how many seats are left. */
@RestController
class SeatAvailabilityController {

    private final SeatMaps maps;
    private final Clock clock;

    SeatAvailabilityController(SeatMaps maps, Clock clock) {
        this.maps = maps;
        this.clock = clock;
    }

    @GetMapping("/internal/events/{eventId}/availability")
    SeatAvailability of(@PathVariable long eventId) {
        return SeatAvailability.of(maps.current(eventId), clock.instant());
    }
}
