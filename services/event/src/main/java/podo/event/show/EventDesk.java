package podo.event.show;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventPublished;
import podo.event.show.change.AdvertisedPrices;
import podo.event.show.refusal.AlreadySold;
import podo.event.show.sales.SoldSeatCounts;
import podo.event.show.terms.EventRequest;
import podo.event.show.terms.Terms;
import podo.outbox.Outbox;

/**
 * Creates, publishes, withdraws and cancels an organiser's events; {@link EventChangeDesk} changes them. Each message is stored in the outbox by the
 * transaction that makes it true.
 */
@Service
@Transactional
public class EventDesk {

    private final Events events;
    private final OwnEvents own;
    private final SoldSeatCounts soldSeats;
    private final AdvertisedPrices prices;
    private final Outbox outbox;
    private final ApplicationEventPublisher applicationEvents;
    private final Clock clock;

    EventDesk(
            Events events,
            OwnEvents own,
            SoldSeatCounts soldSeats,
            AdvertisedPrices prices,
            Outbox outbox,
            ApplicationEventPublisher applicationEvents,
            Clock clock) {
        this.events = events;
        this.own = own;
        this.soldSeats = soldSeats;
        this.prices = prices;
        this.outbox = outbox;
        this.applicationEvents = applicationEvents;
        this.clock = clock;
    }

    public EventSnapshot createDraft(long organiserId, EventRequest request) {
        Terms terms = own.resolve(request, null);
        Event event = new Event(organiserId, terms, own.findHall(organiserId, terms, null), clock.instant());
        return events.save(event).snapshot(0);
    }

    /**
     * Publishes a draft with the newest version of the venue's plan, which it keeps from now on; publishing again changes nothing and
     * sends no message.
     */
    public EventSnapshot publish(long organiserId, long id) {
        Event event = own.lock(organiserId, id);
        if (event.isDraft()) {
            event.redraft(event.terms(), own.findHall(organiserId, event.terms(), null));
        }
        if (event.publish(clock.instant())) {
            event.advertise(prices);
            outbox.send(new EventPublished(id, event.toShow()));
            applicationEvents.publishEvent(new PublicViewChanged(id));
        }
        return event.snapshot(soldSeats.taken(id));
    }

    /** Deletes a draft; cancels a published event of which no seat was ever sold, and takes it off the list. */
    public EventSnapshot withdraw(long organiserId, long id) {
        Event event = own.lock(organiserId, id);
        if (event.isDraft()) {
            events.delete(event);
            return event.snapshot(0);
        }
        if (event.isPublished() && soldSeats.everSold(id)) {
            throw new AlreadySold();
        }
        event.withdraw();
        applicationEvents.publishEvent(new PublicViewChanged(id)); // also of one that is cancelled already
        return cancel(event, "withdrawn");
    }

    /** Cancels a published event, also when seats are sold; the consumers of {@link EventCancelled} refund the buyers. */
    public EventSnapshot cancel(long organiserId, long id, @Nullable String reason) {
        return cancel(own.lock(organiserId, id), reason == null || reason.isBlank() ? "cancelled" : reason.strip());
    }

    private EventSnapshot cancel(Event event, String reason) {
        if (event.cancel()) {
            outbox.send(new EventCancelled(event.id(), reason));
            applicationEvents.publishEvent(new PublicViewChanged(event.id()));
        }
        return event.snapshot(soldSeats.taken(event.id()));
    }
}
