package podo.event.show;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.event.show.sales.SoldSeatCounts;
import podo.event.show.terms.EventRequest;
import podo.event.show.terms.SeatGrades;
import podo.event.show.terms.Terms;
import podo.event.show.terms.TermsResolver;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.outbox.Outbox;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/**
 * Creates, publishes, changes, withdraws and cancels an organiser's events. Each message is stored in the outbox by the
 * transaction that makes it true.
 */
@Service
@Transactional
public class EventDesk {

    private final Events events;
    private final VenueHalls halls;
    private final SoldSeatCounts soldSeats;
    private final TermsResolver termsResolver;
    private final Outbox outbox;
    private final ApplicationEventPublisher applicationEvents;
    private final Clock clock;

    EventDesk(
            Events events,
            VenueHalls halls,
            SoldSeatCounts soldSeats,
            TermsResolver termsResolver,
            Outbox outbox,
            ApplicationEventPublisher applicationEvents,
            Clock clock) {
        this.events = events;
        this.halls = halls;
        this.soldSeats = soldSeats;
        this.termsResolver = termsResolver;
        this.outbox = outbox;
        this.applicationEvents = applicationEvents;
        this.clock = clock;
    }

    public EventSnapshot createDraft(long organiserId, EventRequest request) {
        Terms terms = termsResolver.resolve(request);
        Event event = new Event(organiserId, terms, findOwnHall(organiserId, terms), clock.instant());
        return events.save(event).snapshot(0);
    }

    /** Replaces the terms of a draft or of a published event of which no seat was ever sold. */
    public EventSnapshot change(long organiserId, long id, EventRequest request) {
        Event event = lockOwn(organiserId, id);
        Terms terms = termsResolver.resolve(request);
        VenueHall hall = findOwnHall(organiserId, terms);
        if (soldSeats.everSold(id)) {
            throw new AlreadySold();
        }
        event.changeTerms(terms, hall);
        if (event.isPublished()) {
            outbox.send(new EventChanged(id, event.toShow()));
            applicationEvents.publishEvent(new PublicViewChanged(id));
        }
        return event.snapshot(0);
    }

    /** Publishes a draft; publishing again changes nothing and sends no message. */
    public EventSnapshot publish(long organiserId, long id) {
        Event event = lockOwn(organiserId, id);
        if (event.publish(clock.instant())) {
            outbox.send(new EventPublished(id, event.toShow()));
            applicationEvents.publishEvent(new PublicViewChanged(id));
        }
        return event.snapshot(soldSeats.taken(id));
    }

    /** Deletes a draft; cancels a published event of which no seat was ever sold, and takes it off the list. */
    public EventSnapshot withdraw(long organiserId, long id) {
        Event event = lockOwn(organiserId, id);
        if (event.isDraft()) {
            events.delete(event);
            return event.snapshot(0);
        }
        if (event.isPublished() && soldSeats.everSold(id)) {
            throw new AlreadySold();
        }
        event.withdraw();
        return cancel(event, "withdrawn");
    }

    /** Cancels a published event, also when seats are sold; the consumers of {@link EventCancelled} refund the buyers. */
    public EventSnapshot cancel(long organiserId, long id, @Nullable String reason) {
        return cancel(lockOwn(organiserId, id), reason == null || reason.isBlank() ? "cancelled" : reason.strip());
    }

    private EventSnapshot cancel(Event event, String reason) {
        if (event.cancel()) {
            outbox.send(new EventCancelled(event.id(), reason));
            applicationEvents.publishEvent(new PublicViewChanged(event.id()));
        }
        return event.snapshot(soldSeats.taken(event.id()));
    }

    /** Answers 404 for another organiser's draft, so that its existence stays hidden, and 403 for what is public. */
    private Event lockOwn(long organiserId, long id) {
        Event event = events.lockById(id).orElseThrow(NotFound::new);
        if (event.isOwnedBy(organiserId)) {
            return event;
        }
        throw event.isDraft() ? new NotFound() : new NotEventOwner();
    }

    private VenueHall findOwnHall(long organiserId, Terms terms) {
        VenueHall hall = halls.find(terms.venueId())
                .filter(found -> found.organiserId() == organiserId)
                .orElseThrow(() -> new InvalidField("venueId", "no-such-venue"));
        SeatGrades.of(hall.sections(), terms.grades());
        return hall;
    }
}
