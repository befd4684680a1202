package podo.event.show;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.door.problem.NotFound;

/** What plays, straight from the database. */
@Service
@Transactional(readOnly = true)
class Catalogue {

    private final Events events;
    private final Sales sales;
    private final Clock clock;

    Catalogue(Events events, Sales sales, Clock clock) {
        this.events = events;
        this.sales = sales;
        this.clock = clock;
    }

    /** Drafts are not there. */
    Listing published(long id) {
        return events.findById(id)
                .filter(event -> !event.isDraft())
                .map(event -> event.listing(sales.sold(id)))
                .orElseThrow(NotFound::new);
    }

    /** The organiser's own event, drafts included. */
    Listing own(long organiser, long id) {
        return events.findById(id)
                .filter(event -> event.isBy(organiser))
                .map(event -> event.listing(sales.sold(id)))
                .orElseThrow(NotFound::new);
    }

    Listings published(String query, int page, int size) {
        return listings(events.findPublished(pattern(query), clock.instant(), PageRequest.of(page, size)));
    }

    Listings own(long organiser, String query, int page, int size) {
        return listings(events.findOwn(organiser, pattern(query), PageRequest.of(page, size)));
    }

    private Listings listings(Page<Event> page) {
        Map<Long, Integer> sold = sales.sold(page.map(Event::id).getContent());
        List<Listing> content = page.map(event -> event.listing(sold.getOrDefault(event.id(), 0)))
                .getContent();
        return new Listings(
                content,
                new Listings.Numbers(page.getNumber(), page.getSize(), page.getTotalElements(), page.getTotalPages()));
    }

    /** What the fan typed, anywhere; its percent signs and underscores mean themselves. */
    static String pattern(String query) {
        return "%" + query.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
