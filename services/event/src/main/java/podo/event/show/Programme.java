package podo.event.show;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.door.problem.Invalid;
import podo.door.problem.NotFound;
import podo.event.venue.Hall;
import podo.event.venue.Halls;
import podo.outbox.Outbox;

/** Where organisers write, publish, change and withdraw their shows. */
@Service
@Transactional
class Programme {

    private final Events events;
    private final Halls halls;
    private final Sales sales;
    private final Agreement agreement;
    private final Outbox outbox;
    private final ApplicationEventPublisher inside;
    private final Clock clock;

    Programme(
            Events events,
            Halls halls,
            Sales sales,
            Agreement agreement,
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

    Listing draft(long organiser, EventWish wish) {
        Terms terms = agreement.on(wish);
        Event event = new Event(organiser, terms, hall(organiser, terms), clock.instant());
        return events.save(event).listing(0);
    }

    Listing change(long organiser, long id, EventWish wish) {
        Event event = own(organiser, id);
        Terms terms = agreement.on(wish);
        Hall hall = hall(organiser, terms);
        if (sales.everSold(id)) {
            throw new AlreadySold();
        }
        event.change(terms, hall);
        if (event.isPublished()) {
            outbox.send(new EventChanged(id, event.show()));
            inside.publishEvent(new Touched(id));
        }
        return event.listing(0);
    }

    Listing publish(long organiser, long id) {
        Event event = own(organiser, id);
        if (event.publish(clock.instant())) {
            outbox.send(new EventPublished(id, event.show()));
            inside.publishEvent(new Touched(id));
        }
        return event.listing(sales.sold(id));
    }

    /** Takes a draft away for good, and calls a published show off while nothing is sold. */
    Listing withdraw(long organiser, long id) {
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
    Listing cancel(long organiser, long id, @Nullable String reason) {
        return cancel(own(organiser, id), reason == null || reason.isBlank() ? "cancelled" : reason.strip());
    }

    private Listing cancel(Event event, String reason) {
        if (event.cancel()) {
            outbox.send(new EventCancelled(event.id(), reason));
            inside.publishEvent(new Touched(event.id()));
        }
        return event.listing(sales.sold(event.id()));
    }

    /** Another's draft is not there, another's show is not theirs to change. */
    private Event own(long organiser, long id) {
        Event event = events.findForChange(id).orElseThrow(NotFound::new);
        if (event.isBy(organiser)) {
            return event;
        }
        throw event.isDraft() ? new NotFound() : new NotYours();
    }

    private Hall hall(long organiser, Terms terms) {
        Hall hall = halls.find(terms.venueId())
                .filter(it -> it.organiserId() == organiser)
                .orElseThrow(() -> new Invalid("venueId", "no-such-venue"));
        SeatGrades.of(hall.sections(), terms.grades());
        return hall;
    }
}
