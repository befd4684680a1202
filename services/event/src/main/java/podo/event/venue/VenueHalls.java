package podo.event.venue;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the hall of an event. */
@Service
public class VenueHalls {

    private final Venues venues;
    private final VenuePlans plans;

    VenueHalls(Venues venues, VenuePlans plans) {
        this.venues = venues;
        this.plans = plans;
    }

    /** The venue with the newest version of its plan. */
    @Transactional(readOnly = true)
    public Optional<VenueHall> find(long id) {
        return venues.findById(id).flatMap(venue -> hall(venue, venue.planVersion()));
    }

    /** The venue with the version of its plan that an event was laid out from. */
    @Transactional(readOnly = true)
    public Optional<VenueHall> find(long id, int version) {
        return venues.findById(id).flatMap(venue -> hall(venue, version));
    }

    /** The team whose venue this is. */
    @Transactional(readOnly = true)
    public Optional<Long> teamOf(long id) {
        return venues.findById(id).map(Venue::organiserId);
    }

    private Optional<VenueHall> hall(Venue venue, int version) {
        Venue.Naming naming = venue.naming();
        return plans.find(venue, version)
                .map(plan -> new VenueHall(
                        venue.id(),
                        version,
                        venue.organiserId(),
                        naming.name(),
                        naming.address(),
                        naming.city(),
                        plan));
    }
}
