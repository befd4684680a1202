package podo.event.show.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.event.show.change.SeatPlan;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.starter.problem.NotFound;

/** Serves the seat plan of a published event to the inventory; 50,000 seats are too large for a message. */
@RestController
class PlanController {

    private final Catalogue catalogue;
    private final VenueHalls halls;

    PlanController(Catalogue catalogue, VenueHalls halls) {
        this.catalogue = catalogue;
        this.halls = halls;
    }

    @GetMapping("/internal/events/{id}/plan")
    SeatPlan plan(@PathVariable long id) {
        EventSnapshot event = catalogue.published(id);
        VenueHall hall =
                halls.find(event.terms().venueId(), event.venueVersion()).orElseThrow(NotFound::new);
        return SeatPlan.of(id, event.planVersion(), hall, event.terms().grades());
    }
}
