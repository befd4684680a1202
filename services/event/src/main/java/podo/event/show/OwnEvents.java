package podo.event.show;

import org.springframework.stereotype.Component;
import podo.event.show.refusal.NotEventOwner;
import podo.event.show.terms.EventRequest;
import podo.event.show.terms.SeatGrades;
import podo.event.show.terms.Terms;
import podo.event.show.terms.TermsResolver;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Finds an organiser's own events and halls, and refuses others'. */
@Component
class OwnEvents {

    private final Events events;
    private final VenueHalls halls;
    private final TermsResolver termsResolver;

    OwnEvents(Events events, VenueHalls halls, TermsResolver termsResolver) {
        this.events = events;
        this.halls = halls;
        this.termsResolver = termsResolver;
    }

    /** Answers 404 for another organiser's draft, so that its existence stays hidden, and 403 for what is public. */
    Event lock(long organiserId, long id) {
        Event event = events.lockById(id).orElseThrow(NotFound::new);
        if (event.isOwnedBy(organiserId)) {
            return event;
        }
        throw event.isDraft() ? new NotFound() : new NotEventOwner();
    }

    Terms resolve(EventRequest request) {
        return termsResolver.resolve(request);
    }

    VenueHall findHall(long organiserId, Terms terms) {
        VenueHall hall = halls.find(terms.venueId())
                .filter(found -> found.organiserId() == organiserId)
                .orElseThrow(() -> new InvalidField("venueId", "no-such-venue"));
        SeatGrades.of(hall.sections(), terms.grades());
        return hall;
    }
}
