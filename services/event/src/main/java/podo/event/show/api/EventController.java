package podo.event.show.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.event.EventKind;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.event.show.EventSnapshotPage;
import podo.event.show.catalogue.PublicCatalogue;
import podo.event.show.search.EventFilter;
import podo.event.show.search.FilterChoices;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;
import podo.starter.security.Fan;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.RoleNeeded;
import podo.starter.team.TeamRights;
import podo.starter.text.PersonText;

/** Reads of events: published ones for everybody, drafts for their own team only. */
@Tag(name = "Events", description = "What plays, where, when and at what price")
@RestController
@RequestMapping("/api/events")
class EventController {

    private final PublicCatalogue publicCatalogue;
    private final Catalogue catalogue;
    private final EventRights rights;
    private final TeamRights teams;
    private final Clock clock;

    EventController(
            PublicCatalogue publicCatalogue, Catalogue catalogue, EventRights rights, TeamRights teams, Clock clock) {
        this.publicCatalogue = publicCatalogue;
        this.catalogue = catalogue;
        this.rights = rights;
        this.teams = teams;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "List published events, by kind, city and start when asked, with grouped=true one for all dates of a show, or with mine=true those of the caller's teams, or of one, including drafts")
    @GetMapping
    EventPageResponse page(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @RequestParam(required = false) @Nullable @PersonText(max = 100, optional = true) String query,
            @RequestParam(required = false) @Nullable EventKind kind,
            @RequestParam(required = false) @Nullable @PersonText(max = 60, optional = true) String city,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "false") boolean bookable,
            @RequestParam(defaultValue = "false") boolean grouped,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Long team,
            @Nullable Fan caller) {
        EventSnapshotPage snapshots = mine && caller != null
                ? catalogue.own(scope(team, caller), orEmpty(query), page, size)
                : publicCatalogue.page(
                        new EventFilter(
                                orEmpty(query).toLowerCase(Locale.ROOT),
                                kind,
                                blankToNull(city),
                                from,
                                until,
                                bookable,
                                grouped),
                        page,
                        size);
        return EventPageResponse.of(snapshots, clock.instant());
    }

    /** @param team null for all teams of the caller */
    private List<Membership> scope(@Nullable Long team, Fan caller) {
        return teams.with(Right.VIEW, caller).stream()
                .filter(member -> team == null || member.teamId() == team)
                .toList();
    }

    /** Spring passes null for an empty parameter that has a format of its own. */
    private static String orEmpty(@Nullable String query) {
        return query == null ? "" : query.strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Operation(summary = "The kinds and cities of the events to come, for filters of the list")
    @GetMapping("/filters")
    FilterChoices filters() {
        return publicCatalogue.filterChoices();
    }

    @Operation(summary = "Read one event; with mine=true only when it is the caller's own")
    @GetMapping("/{id}")
    EventResponse event(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean mine, @Nullable Fan caller) {
        return EventResponse.of(caller == null ? publicCatalogue.event(id) : read(id, caller, mine), clock.instant());
    }

    private EventSnapshot own(long id, Fan caller) {
        return catalogue.own(rights.require(Right.VIEW, caller, id), id);
    }

    private EventSnapshot read(long id, Fan caller, boolean onlyOwn) {
        if (onlyOwn) {
            return catalogue.withOtherDates(own(id, caller), teams.with(Right.VIEW, caller));
        }
        // a fan's read asks for no teams, unless the event is not published
        boolean ownFirst = caller.isOrganiser();
        try {
            return ownFirst ? catalogue.withOtherDates(own(id, caller), List.of()) : publicCatalogue.event(id);
        } catch (NotFound | RoleNeeded | Unavailable other) {
            return ownFirst ? publicCatalogue.event(id) : catalogue.withOtherDates(own(id, caller), List.of());
        }
    }
}
