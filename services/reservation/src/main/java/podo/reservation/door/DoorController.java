package podo.reservation.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.door.DoorShows.DoorShow;
import podo.starter.security.Fan;

/** What a gate loads before the doors open, and asks while they are. */
@Tag(name = "Door")
@RestController
@RequestMapping("/api/checkins/events")
class DoorController {

    /**
     * @param titles by language of the pages where they differ from {@code title}; left out where none does
     * @param doorsOpenAt from when on its tickets let people in
     * @param namesUntil when a phone has to forget who holds the tickets
     */
    record DoorEvent(
            long id,
            String title,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
            String venue,
            Instant startsAt,
            Instant doorsOpenAt,
            Instant namesUntil,
            boolean cancelled) {}

    private final DoorShows shows;
    private final DoorLists lists;
    private final DoorSettings settings;
    private final Clock clock;

    DoorController(DoorShows shows, DoorLists lists, DoorSettings settings, Clock clock) {
        this.shows = shows;
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(summary = "List the events whose tickets you may check, the next one first")
    @GetMapping
    List<DoorEvent> events(Fan caller) {
        return shows.list(caller, clock.instant().minus(settings.listedFor())).stream()
                .map(this::view)
                .toList();
    }

    /**
     * In one body, for a phone that goes without network. From two days before the event until half a day after it the list names who holds the
     * tickets; {@code holder} of a ticket is a place in {@code holders}.
     */
    @Operation(summary = "Get an event's tickets, to check them without network")
    @GetMapping("/{eventId}")
    DoorLists.DoorList list(@PathVariable long eventId, Fan caller) {
        DoorShow show = shows.require(eventId, caller);
        Instant now = clock.instant();
        return lists.list(view(show), settings.isNamed(show, now), now);
    }

    /** How many are in, by gate, and who was let in and should not have been. */
    @Operation(summary = "Get the counts of an event's gates, and what they disagree on")
    @GetMapping("/{eventId}/summary")
    DoorLists.Summary summary(@PathVariable long eventId, Fan caller) {
        return lists.summary(view(shows.require(eventId, caller)), clock.instant());
    }

    private DoorEvent view(DoorShow show) {
        return new DoorEvent(
                show.id(),
                show.title(),
                show.titles(),
                show.venue(),
                show.startsAt(),
                show.doorsOpenAt(),
                settings.namesUntil(show),
                show.cancelled());
    }
}
