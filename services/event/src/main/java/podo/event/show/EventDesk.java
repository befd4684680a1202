package podo.event.show;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.outbox.Outbox;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Where organisers write, publish, change and withdraw their shows. */
@Service
@Transactional
class EventDesk {

    private final Events events;
    private final VenueHalls halls;
    private final SoldSeatCounts sales;
    private final TermsResolver agreement;
    private final Outbox outbox;
    private final ApplicationEventPublisher inside;
    private final Clock clock;

    EventDesk(
            Events events,
            VenueHalls halls,
            SoldSeatCounts sales,
            TermsResolver agreement,
            Outbox outbox,
            ApplicationEventPublisher inside,
            Clock clock) {
        this.events = events;
        this.halls = halls;
        this.sales = sales;
        this.agreement = agreement;
        this.outbox = outbox;
        this.inside = inside;
        this.clock = clock;
    }

    CachedEvent draft(long organiser, EventRequest wish) {
        Terms terms = agreement.on(wish);
        Event event = new Event(organiser, terms, hall(organiser, terms), clock.instant());
        return events.save(event).listing(0);
    }

    CachedEvent change(long organiser, long id, EventRequest wish) {
        Event event = own(organiser, id);
        Terms terms = agreement.on(wish);
        VenueHall hall = hall(organiser, terms);
        if (sales.everSold(id)) {
            throw new AlreadySold();
        }
        event.change(terms, hall);
        if (event.isPublished()) {
            outbox.send(new EventChanged(id, event.show()));
            inside.publishEvent(new PublicViewChanged(id));
        }
        return event.listing(0);
    }

    CachedEvent publish(long organiser, long id) {
        Event event = own(organiser, id);
        if (event.publish(clock.instant())) {
            outbox.send(new EventPublished(id, event.show()));
            inside.publishEvent(new PublicViewChanged(id));
        }
        return event.listing(sales.sold(id));
    }

    /** Takes a draft away for good, and calls a published show off while nothing is sold. */
    CachedEvent withdraw(long organiser, long id) {
        Event event = own(organiser, id);
        if (event.isDraft()) {
            events.delete(event);
            return event.listing(0);
        }
        if (event.isPublished() && sales.everSold(id)) {
            throw new AlreadySold();
        }
        return cancel(event, "withdrawn");
    }

    /** Calls a show off even when seats are sold: every buyer is paid back by those who hear of it. */
    CachedEvent cancel(long organiser, long id, @Nullable String reason) {
        return cancel(own(organiser, id), reason == null || reason.isBlank() ? "cancelled" : reason.strip());
    }

    private CachedEvent cancel(Event event, String reason) {
        if (event.cancel()) {
            outbox.send(new EventCancelled(event.id(), reason));
            inside.publishEvent(new PublicViewChanged(event.id()));
        }
        return event.listing(sales.sold(event.id()));
    }

    /** Another's draft is not there, another's show is not theirs to change. */
    private Event own(long organiser, long id) {
        Event event = events.findForChange(id).orElseThrow(NotFound::new);
        if (event.isBy(organiser)) {
            return event;
        }
        throw event.isDraft() ? new NotFound() : new NotEventOwner();
    }

    private VenueHall hall(long organiser, Terms terms) {
        VenueHall hall = halls.find(terms.venueId())
                .filter(it -> it.organiserId() == organiser)
                .orElseThrow(() -> new InvalidField("venueId", "no-such-venue"));
        SeatGrades.of(hall.sections(), terms.grades());
        return hall;
    }
}
