package podo.event.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.event.show.sales.SoldSeatCounts;
import podo.event.show.search.EventFilter;
import podo.event.show.search.FilterChoices;
import podo.starter.problem.NotFound;
import podo.starter.team.Membership;

/** Reads events from the database; throws {@link NotFound} for an event that the reader may not see. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    @FunctionalInterface
    private interface PublishedQuery {

        Page<Event> find(
                String pattern,
                @Nullable String kind,
                @Nullable String city,
                @Nullable Instant from,
                @Nullable Instant until,
                boolean bookable,
                Instant now,
                Pageable page);
    }

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
                .map(event -> withOtherDates(event.snapshot(soldSeats.taken(id)), List.of()))
                .orElseThrow(NotFound::new);
    }

    /** With the other dates of its show, of the drafts those that these members see. */
    public EventSnapshot withOtherDates(EventSnapshot event, List<Membership> members) {
        return withOtherDates(List.of(event), members).getFirst();
    }

    private List<EventSnapshot> withOtherDates(List<EventSnapshot> shown, List<Membership> members) {
        Set<Long> series = new HashSet<>();
        shown.forEach(event -> {
            if (event.seriesId() != null) {
                series.add(event.seriesId());
            }
        });
        if (series.isEmpty()) {
            return shown;
        }
        List<Events.DateRow> rows = new ArrayList<>(events.findDates(series));
        rows.removeIf(row -> row.getState() == EventState.DRAFT && !isSeen(row, members));
        Map<Long, Integer> taken =
                soldSeats.taken(rows.stream().map(Events.DateRow::getId).toList());
        return shown.stream()
                .map(event -> event.withOtherDates(rows.stream()
                        .filter(row -> Objects.equals(row.getSeriesId(), event.seriesId()) && row.getId() != event.id())
                        .map(row -> toPerformance(row, taken.getOrDefault(row.getId(), 0)))
                        .toList()))
                .toList();
    }

    private static boolean isSeen(Events.DateRow row, List<Membership> members) {
        return members.stream().anyMatch(member -> member.teamId() == row.getTeamId() && member.covers(row.getId()));
    }

    private static Performance toPerformance(Events.DateRow row, int taken) {
        return new Performance(
                row.getId(),
                row.getState(),
                row.getStartsAt(),
                row.getLobbyOpensAt(),
                row.getOnSaleAt(),
                row.getSalesEndAt(),
                taken >= row.getSeats(),
                row.getEdition());
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
        PublishedQuery query = filter.grouped() ? events::findShows : events::findPublished;
        return complete(
                query.find(
                        likePattern(filter.query()),
                        filter.kind() == null ? null : filter.kind().name(),
                        filter.city(),
                        filter.from(),
                        filter.until(),
                        filter.bookable(),
                        clock.instant(),
                        PageRequest.of(page, size)),
                List.of());
    }

    /** What the filters of the list can be set to. */
    public FilterChoices filterChoices() {
        Instant now = clock.instant();
        return new FilterChoices(events.findKindsToCome(now).stream().sorted().toList(), events.findCitiesToCome(now));
    }

    /**
     * Events of teams, drafts included, newest first; the dates of a show stand together.
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
        return complete(events.findOwn(teams, singleEvents, likePattern(query), PageRequest.of(page, size)), scope);
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

    private EventSnapshotPage complete(Page<Event> page, List<Membership> members) {
        Map<Long, Integer> taken = soldSeats.taken(page.map(Event::id).getContent());
        return EventSnapshotPage.of(
                page, event -> taken.getOrDefault(event.id(), 0), shown -> withOtherDates(shown, members));
    }

    /** Matches the query anywhere; its {@code %} and {@code _} are escaped with {@code !}. */
    private static String likePattern(String query) {
        return "%" + query.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
