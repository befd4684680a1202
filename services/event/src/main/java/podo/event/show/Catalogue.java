package podo.event.show;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.event.show.sales.SoldSeatCounts;
import podo.starter.problem.NotFound;

/** Reads events from the database; throws {@link NotFound} for an event that the reader may not see. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    private final Events events;
    private final SoldSeatCounts soldSeats;
    private final Clock clock;

    Catalogue(Events events, SoldSeatCounts soldSeats, Clock clock) {
        this.events = events;
        this.soldSeats = soldSeats;
        this.clock = clock;
    }

    /** The published or cancelled event; a draft is not found. */
    public EventSnapshot published(long id) {
        return events.findById(id)
                .filter(event -> !event.isDraft())
                .map(event -> event.snapshot(soldSeats.sold(id)))
                .orElseThrow(NotFound::new);
    }

    /** The organiser's own event, drafts included. */
    public EventSnapshot own(long organiserId, long id) {
        return events.findById(id)
                .filter(event -> event.isOwnedBy(organiserId))
                .map(event -> event.snapshot(soldSeats.sold(id)))
                .orElseThrow(NotFound::new);
    }

    /** Every event that is published and not cancelled; without the number of sold seats. */
    public List<EventSnapshot> allPublished() {
        return events.findByState(EventState.PUBLISHED).stream()
                .map(event -> event.snapshot(0))
                .toList();
    }

    /** Events whose title or venue contains the query; those that still sell come first, then by start. */
    public EventSnapshotPage published(String query, int page, int size) {
        return withSoldSeats(events.findPublished(likePattern(query), clock.instant(), PageRequest.of(page, size)));
    }

    /** The organiser's own events, drafts included, newest first. */
    public EventSnapshotPage own(long organiserId, String query, int page, int size) {
        return withSoldSeats(events.findOwn(organiserId, likePattern(query), PageRequest.of(page, size)));
    }

    private EventSnapshotPage withSoldSeats(Page<Event> page) {
        Map<Long, Integer> sold = soldSeats.sold(page.map(Event::id).getContent());
        return EventSnapshotPage.of(page, event -> sold.getOrDefault(event.id(), 0));
    }

    /** Matches the query anywhere; its {@code %} and {@code _} are escaped with {@code !}. */
    private static String likePattern(String query) {
        return "%" + query.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
