package podo.inventory.hold.lifecycle;

import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaAnnouncer;
import podo.inventory.area.AreaPlaces;
import podo.inventory.area.AreaPlaces.Reclaimed;

/**
 * Takes places whose time is over off the areas' counts, and publishes what is left. They are free at their time whether or not this
 * runs. Every instance does it: the second one to lock an area finds nothing.
 */
@Component
class AreaSweeper {

    private static final int AREAS_AT_ONCE = 100;

    private final AreaPlaces places;
    private final AreaAnnouncer areas;

    AreaSweeper(AreaPlaces places, AreaAnnouncer areas) {
        this.places = places;
        this.areas = areas;
    }

    @Scheduled(fixedDelayString = "${podo.hold.sweep:1s}")
    void sweep() {
        for (long areaId : places.findWithEnded(AREAS_AT_ONCE)) {
            Optional<Reclaimed> reclaimed = places.reclaimEnded(areaId);
            reclaimed.ifPresent(area -> areas.announce(area.eventId(), List.of(area.areaId())));
        }
    }
}
