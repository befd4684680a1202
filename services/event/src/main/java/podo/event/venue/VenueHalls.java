package podo.event.venue;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds the venue of an event. */
@Service
public class VenueHalls {

    private final Venues venues;

    VenueHalls(Venues venues) {
        this.venues = venues;
    }

    public Optional<VenueHall> find(long id) {
        return venues.findById(id).map(Venue::toHall);
    }
}
