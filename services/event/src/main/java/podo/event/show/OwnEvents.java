package podo.event.show;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.event.show.terms.EventRequest;
import podo.event.show.terms.SeatGrades;
import podo.event.show.terms.Terms;
import podo.event.show.terms.TermsResolver;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Finds an organiser's own events and halls; others' do not exist. */
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

    /** Another organiser's event is not found, whether it is public or not: there is nothing here for this caller to change. */
    Event lock(long organiserId, long id) {
        return events.lockById(id).filter(event -> event.isOwnedBy(organiserId)).orElseThrow(NotFound::new);
    }

    /** @param event the published one that is changed; null for a draft */
    Terms resolve(EventRequest request, @Nullable Event event) {
        return termsResolver.resolve(request, event == null ? null : event.terms());
    }

    /** @param version of the venue's plan, null for the newest */
    VenueHall findHall(long organiserId, Terms terms, @Nullable Integer version) {
        VenueHall hall = (version == null ? halls.find(terms.venueId()) : halls.find(terms.venueId(), version))
                .filter(found -> found.organiserId() == organiserId)
                .orElseThrow(() -> new InvalidField("venueId", "no-such-venue"));
        SeatGrades.of(hall.plan(), terms.grades());
        return hall;
    }
}
