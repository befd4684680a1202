package podo.event.venue;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a show finds its hall. */
@Service
public class Halls {

    private final Venues venues;

    Halls(Venues venues) {
        this.venues = venues;
    }

    public Optional<Hall> find(long id) {
        return venues.findById(id).map(Venue::hall);
    }
}
