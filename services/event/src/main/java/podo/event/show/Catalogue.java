package podo.event.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.event.show.sales.SoldSeatCounts;
import podo.starter.problem.NotFound;
import podo.starter.team.Membership;

/** Reads events from the database; throws {@link NotFound} for an event that the reader may not see. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    /** So that no list of a query is empty. */
    private static final long NONE = -1;

    private static final Duration AFTERMATH = Duration.ofDays(1);

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
                .map(event -> event.snapshot(soldSeats.taken(id)))
                .orElseThrow(NotFound::new);
    }

    /** The organiser's own event, drafts included. */
    public EventSnapshot own(long organiserId, long id) {
        return events.findById(id)
                .filter(event -> event.isOwnedBy(organiserId))
                .map(event -> event.snapshot(soldSeats.taken(id)))
                .orElseThrow(NotFound::new);
    }

    /** The ids of all events of an organiser, drafts and cancelled ones included. */
    public List<Long> idsOf(long organiserId) {
        return events.findIdsOf(organiserId);
    }

    /** The ids of the organiser's published events that are on sale, to come, or were within the last day: somebody must answer for them. */
    public List<Long> liveIdsOf(long organiserId) {
        return events.findLiveIdsOf(organiserId, clock.instant().minus(AFTERMATH));
    }

    /** Every event that is published and not cancelled; without the number of sold seats. */
    public List<EventSnapshot> allPublished() {
        return events.findByState(EventState.PUBLISHED).stream()
                .map(event -> event.snapshot(0))
                .toList();
    }

    /** Events that match the filter; those that can be booked come first, then the sold out, then the rest, each by start. */
    public EventSnapshotPage published(EventFilter filter, int page, int size) {
        return withTakenSeats(events.findPublished(
                likePattern(filter.query()),
                filter.kind() == null ? null : filter.kind().name(),
                filter.city(),
                filter.from(),
                filter.until(),
                filter.bookable(),
                clock.instant(),
                PageRequest.of(page, size)));
    }

    /** What the filters of the list can be set to. */
    public FilterChoices filterChoices() {
        Instant now = clock.instant();
        return new FilterChoices(events.findKindsToCome(now).stream().sorted().toList(), events.findCitiesToCome(now));
    }

    /**
     * Events of teams, drafts included, newest first.
     *
     * @param scope which events of which teams
     */
    public EventSnapshotPage own(List<Membership> scope, String query, int page, int size) {
        List<Long> teams = new ArrayList<>(List.of(NONE));
        List<Long> singleEvents = new ArrayList<>(List.of(NONE));
        for (Membership member : scope) {
            if (member.events() == null) {
                teams.add(member.teamId());
            } else {
                singleEvents.addAll(idsOf(member));
            }
        }
        return withTakenSeats(events.findOwn(teams, singleEvents, likePattern(query), PageRequest.of(page, size)));
    }

    /** A membership may name events of others, which it does not open. */
    private List<Long> idsOf(Membership member) {
        List<Long> ids = new ArrayList<>(events.findIdsOf(member.teamId()));
        ids.removeIf(id -> member.events() != null && !member.events().contains(id));
        return ids;
    }

    /** The team whose event this is, in whatever state. */
    public Optional<Long> teamOf(long id) {
        return events.findTeamOf(id);
    }

    private EventSnapshotPage withTakenSeats(Page<Event> page) {
        Map<Long, Integer> taken = soldSeats.taken(page.map(Event::id).getContent());
        return EventSnapshotPage.of(page, event -> taken.getOrDefault(event.id(), 0));
    }

    /** Matches the query anywhere; its {@code %} and {@code _} are escaped with {@code !}. */
    private static String likePattern(String query) {
        return "%" + query.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
