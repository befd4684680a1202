package podo.inventory.seat.map;

import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.time.HoldTimeSettings;

/** Tells the waiting line and the web pages how many seats are left and how long they are held. */
@RestController
class SeatAvailabilityController {

    private final SeatMaps maps;
    private final HoldTimeSettings holdTimes;
    private final Clock clock;

    SeatAvailabilityController(SeatMaps maps, HoldTimeSettings holdTimes, Clock clock) {
        this.maps = maps;
        this.holdTimes = holdTimes;
        this.clock = clock;
    }

    @GetMapping("/internal/events/{eventId}/availability")
    SeatAvailability of(@PathVariable long eventId) {
        SeatMap.Snapshot map = maps.current(eventId);
        return SeatAvailability.of(map, holdTimes.of(map.hall().holdSeconds()), clock.instant());
    }
}
