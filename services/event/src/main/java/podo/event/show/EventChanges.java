package podo.event.show;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.EventChanged;
import podo.contracts.event.ShowChange;
import podo.event.show.change.AdvertisedPrices;
import podo.event.show.change.BuyerNotice;
import podo.event.show.change.ProposedChange;
import podo.event.show.change.ProposedChanges;
import podo.event.show.refusal.AlreadySold;
import podo.event.show.refusal.ChangeRefused;
import podo.event.show.sales.SoldSeatCounts;
import podo.event.show.terms.EventRequest;
import podo.event.show.terms.Terms;
import podo.event.venue.VenueHall;
import podo.outbox.Outbox;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** The transactions of a change: it is proposed and numbered, then accepted or dropped. */
@Component
class EventChanges {

    /** The line's service hears of a change within this time. */
    private static final Duration LINE_GUARD = Duration.ofSeconds(10);

    /** @param change null for a draft, which is changed already */
    record Proposal(EventSnapshot event, @Nullable ProposedChange change) {}

    private final Events events;
    private final OwnEvents own;
    private final ProposedChanges proposed;
    private final SoldSeatCounts soldSeats;
    private final Outbox outbox;
    private final ApplicationEventPublisher applicationEvents;
    private final AdvertisedPrices prices;

    EventChanges(
            Events events,
            OwnEvents own,
            ProposedChanges proposed,
            SoldSeatCounts soldSeats,
            Outbox outbox,
            ApplicationEventPublisher applicationEvents,
            AdvertisedPrices prices) {
        this.events = events;
        this.own = own;
        this.proposed = proposed;
        this.soldSeats = soldSeats;
        this.outbox = outbox;
        this.applicationEvents = applicationEvents;
        this.prices = prices;
    }

    @Transactional
    Proposal propose(long organiserId, long id, EventRequest request, Instant now) {
        Event event = own.lock(organiserId, id);
        event.requireVersion(request.version());
        Terms terms = own.resolve(request, event.isDraft() ? null : event);
        requireDateOfItsOwn(event, terms);
        VenueHall hall = own.findHall(organiserId, terms, event.fixedPlanOf(terms.venueId()));
        if (event.isDraft()) {
            event.redraft(terms, hall);
            return new Proposal(event.snapshot(0), null);
        }
        List<String> againstBuyers = terms.changesAgainstBuyers(event.terms());
        if (!againstBuyers.isEmpty() && soldSeats.everSold(id)) {
            throw new AlreadySold(againstBuyers);
        }
        BuyerNotice notice = BuyerNotice.of(request.notice(), terms, event.terms(), now);
        ProposedChange change = event.propose(terms, hall, notice, new Event.LineGuard(now, LINE_GUARD));
        if (proposed.find(id).isPresent()) {
            throw ChangeRefused.changeRunning();
        }
        proposed.insert(change);
        return new Proposal(event.snapshot(0), change);
    }

    /** A show is not twice at the same time; one that is there already stays as it is. */
    private void requireDateOfItsOwn(Event event, Terms terms) {
        Long series = event.snapshot(0).seriesId();
        if (series == null || terms.startsAt().equals(event.terms().startsAt())) {
            return;
        }
        boolean taken = events.findDates(List.of(series)).stream()
                .anyMatch(date -> date.getId() != event.id()
                        && date.getState() != EventState.CANCELLED
                        && terms.startsAt().equals(date.getStartsAt()));
        if (taken) {
            throw new InvalidField("startsAt", "date-twice");
        }
    }

    /** Returns the event as it is now, also when another instance accepted the change before. */
    @Transactional
    EventSnapshot accept(ProposedChange change, VenueHall hall, Instant now) {
        Event event = events.lockById(change.eventId()).orElseThrow(NotFound::new);
        if (proposed.delete(change) && event.isPublished()) {
            ShowChange told = event.accept(change, hall, now);
            if (change.seatsOrPricesDiffer()) {
                prices.record(event.id(), change.revision(), change.terms().grades());
            }
            outbox.send(new EventChanged(event.id(), change.show(), told));
            applicationEvents.publishEvent(new PublicViewChanged(event.id()));
        }
        return event.snapshot(soldSeats.taken(event.id()));
    }

    @Transactional
    void drop(ProposedChange change) {
        proposed.delete(change);
    }
}
