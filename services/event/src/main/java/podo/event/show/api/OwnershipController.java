package podo.event.show.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.event.show.Catalogue;

/** Tells other services which events are an organiser's. */
@RestController
class OwnershipController {

    private final Catalogue catalogue;

    OwnershipController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/internal/organisers/{organiserId}/live-events")
    List<Long> liveEventsOf(@PathVariable long organiserId) {
        return catalogue.liveIdsOf(organiserId);
    }

    @GetMapping("/internal/organisers/{organiserId}/events")
    List<Long> eventsOf(@PathVariable long organiserId) {
        return catalogue.idsOf(organiserId);
    }
}
