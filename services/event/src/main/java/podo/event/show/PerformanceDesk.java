package podo.event.show;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.event.picture.EventPosters;
import podo.event.show.terms.PerformanceRequest;
import podo.event.show.terms.Terms;
import podo.event.show.terms.TermsResolver;
import podo.event.venue.VenueHall;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Gives a show further dates: drafts that say what the copied event says, each with its own sale, line and seats from then on. */
@Service
@Transactional
public class PerformanceDesk {

    private static final int MOST_AT_ONCE = 60;
    private static final int MOST = 200;

    private final Events events;
    private final OwnEvents own;
    private final TermsResolver resolver;
    private final EventPosters posters;
    private final Clock clock;

    PerformanceDesk(Events events, OwnEvents own, TermsResolver resolver, EventPosters posters, Clock clock) {
        this.events = events;
        this.own = own;
        this.resolver = resolver;
        this.posters = posters;
        this.clock = clock;
    }

    /** All of the dates, or with {@link InvalidField} none. */
    public List<EventSnapshot> add(long organiserId, long id, List<PerformanceRequest> dates) {
        if (dates.size() > MOST_AT_ONCE) {
            throw new InvalidField("performances", "dates-at-once", MOST_AT_ONCE);
        }
        List<Event> known = lockShow(organiserId, id);
        Event source = known.stream()
                .filter(event -> event.id() == id && event.isOwnedBy(organiserId))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (known.size() + dates.size() > MOST) {
            throw new InvalidField("performances", "dates-in-all", MOST);
        }
        List<Terms> terms = resolve(source.terms(), dates, known);
        VenueHall hall = own.findHall(organiserId, source.terms(), null);
        return terms.stream().map(each -> save(source, each, hall)).toList();
    }

    /** Locks the dates of the show, so that two editors can't add the same one. */
    private List<Event> lockShow(long organiserId, long id) {
        Optional<Long> series = events.findSeriesOf(id);
        if (series.isEmpty()) {
            Event alone = own.lock(organiserId, id);
            Long joined = alone.snapshot(0).seriesId();
            return joined == null ? List.of(alone) : events.lockSeries(joined);
        }
        return events.lockSeries(series.get());
    }

    private List<Terms> resolve(Terms show, List<PerformanceRequest> dates, List<Event> known) {
        Set<Instant> starts = new HashSet<>();
        known.stream()
                .map(event -> event.snapshot(0))
                .filter(event -> event.state() != EventState.CANCELLED)
                .forEach(event -> starts.add(event.terms().startsAt()));
        List<InvalidField.Field> wrong = new ArrayList<>();
        List<Terms> resolved = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            String prefix = "performances[" + i + "].";
            Terms terms = resolver.resolve(show, dates.get(i), prefix, wrong);
            if (terms != null) {
                resolved.add(terms);
            }
            if (!starts.add(dates.get(i).startsAt())) {
                wrong.add(new InvalidField.Field(prefix + "startsAt", "date-twice"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidField(wrong);
        }
        return resolved;
    }

    private EventSnapshot save(Event source, Terms terms, VenueHall hall) {
        EventSnapshot draft =
                events.save(source.onDate(terms, hall, clock.instant())).snapshot(0);
        if (draft.poster() != null) {
            posters.copy(source.id(), draft.id(), draft.poster());
        }
        return draft;
    }
}
