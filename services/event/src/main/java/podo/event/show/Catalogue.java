package podo.event.show;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.problem.NotFound;

/** What plays, straight from the database. */
@Service
@Transactional(readOnly = true)
class Catalogue {

    private final Events events;
    private final SoldSeatCounts sales;
    private final Clock clock;

    Catalogue(Events events, SoldSeatCounts sales, Clock clock) {
        this.events = events;
        this.sales = sales;
        this.clock = clock;
    }

    /** Drafts are not there. */
    CachedEvent published(long id) {
        return events.findById(id)
                .filter(event -> !event.isDraft())
                .map(event -> event.listing(sales.sold(id)))
                .orElseThrow(NotFound::new);
    }

    /** The organiser's own event, drafts included. */
    CachedEvent own(long organiser, long id) {
        return events.findById(id)
                .filter(event -> event.isBy(organiser))
                .map(event -> event.listing(sales.sold(id)))
                .orElseThrow(NotFound::new);
    }

    CachedEventPage published(String query, int page, int size) {
        return listings(events.findPublished(pattern(query), clock.instant(), PageRequest.of(page, size)));
    }

    CachedEventPage own(long organiser, String query, int page, int size) {
        return listings(events.findOwn(organiser, pattern(query), PageRequest.of(page, size)));
    }

    private CachedEventPage listings(Page<Event> page) {
        Map<Long, Integer> sold = sales.sold(page.map(Event::id).getContent());
        List<CachedEvent> content = page.map(event -> event.listing(sold.getOrDefault(event.id(), 0)))
                .getContent();
        return new CachedEventPage(
                content,
                new CachedEventPage.Numbers(
                        page.getNumber(), page.getSize(), page.getTotalElements(), page.getTotalPages()));
    }

    /** What the fan typed, anywhere; its percent signs and underscores mean themselves. */
    static String pattern(String query) {
        return "%" + query.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
