package podo.web.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import podo.contracts.event.EventKind;

/** Events, at the event service. */
public interface EventClient {

    record EventPage(List<ListedEvent> content, PageNumbers page) {}

    record PageNumbers(int number, int size, long totalElements, int totalPages) {}

    /** The event as an organiser wants it; the service uses its default for each member that is null. */
    record EventDraft(
            String title,
            @Nullable String description,
            @Nullable Long venueId,
            @Nullable Instant startsAt,
            @Nullable Instant onSaleAt,
            @Nullable Instant lobbyOpensAt,
            @Nullable Instant salesEndAt,
            @Nullable Integer seatsPerFan,
            List<ListedEvent.Grade> grades,
            @Nullable Integer admissionPerSecond,
            @Nullable Integer admissionCap,
            @Nullable Integer extensions,
            @Nullable Integer holdSeconds,
            @Nullable String singleSeatPolicy,
            @Nullable List<ListedEvent.Fee> refundFees,
            @Nullable EventKind kind,
            @Nullable Integer runningMinutes,
            @Nullable Integer minimumAge,
            @Nullable Instant doorsAt,
            @Nullable String notes,
            @Nullable Boolean handoverAllowed,
            @Nullable Integer handoverEndsHours,
            @Nullable List<ListedEvent.Texts> texts) {}

    /**
     * @param city exactly as {@link FilterChoices} names it; null members filter nothing
     * @param grouped one event for all dates of a show
     */
    record EventQuery(
            @Nullable String query,
            @Nullable EventKind kind,
            @Nullable String city,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Boolean bookable,
            @Nullable Boolean grouped) {}

    /** What the filters can be set to. */
    record FilterChoices(List<EventKind> kinds, List<String> cities) {}

    default EventPage find(int page, int size, EventQuery asked) {
        return find(
                page,
                size,
                asked.query(),
                asked.kind(),
                asked.city(),
                asked.from() == null ? null : asked.from().toString(),
                asked.until() == null ? null : asked.until().toString(),
                asked.bookable(),
                asked.grouped());
    }

    @GetExchange("/api/events")
    EventPage find(
            @RequestParam int page,
            @RequestParam int size,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable EventKind kind,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Boolean bookable,
            @RequestParam(required = false) @Nullable Boolean grouped);

    @GetExchange("/api/events/filters")
    FilterChoices filterChoices();

    /** All events of the caller's teams, drafts included. */
    @GetExchange("/api/events?mine=true")
    EventPage listOwn(@RequestParam int page, @RequestParam int size);

    /** The events of one of the caller's teams, drafts included. */
    @GetExchange("/api/events?mine=true")
    EventPage listOfTeam(@RequestParam long team, @RequestParam int page, @RequestParam int size);

    @PostExchange("/api/events")
    ListedEvent create(@RequestBody EventDraft draft);

    /** @param event every member of the event; a member that is left out takes the service's default */
    @PutExchange("/api/events/{id}")
    ListedEvent change(@PathVariable long id, @RequestBody Map<String, Object> event);

    /** Further dates of a show. */
    record NewDates(List<NewDate> performances) {}

    /** What is null follows from the event that is copied. */
    record NewDate(
            Instant startsAt,
            @Nullable Instant doorsAt,
            @Nullable Instant onSaleAt) {}

    /** Copies the event to other dates, as drafts. */
    @PostExchange("/api/events/{id}/performances")
    List<ListedEvent.OtherDate> addDates(@PathVariable long id, @RequestBody NewDates dates);

    @PostExchange("/api/events/{id}/publish")
    ListedEvent publish(@PathVariable long id);

    @DeleteExchange("/api/events/{id}")
    void withdraw(@PathVariable long id);

    @PostExchange("/api/events/{id}/cancel")
    void cancel(@PathVariable long id);

    @GetExchange("/api/events/{id}")
    ListedEvent get(@PathVariable long id);

    /** An event of one of the caller's teams; another's is not found. */
    @GetExchange("/api/events/{id}?mine=true")
    ListedEvent getOwn(@PathVariable long id);

    /** The caller's event with all members, also those that this version does not know. */
    @GetExchange("/api/events/{id}?mine=true")
    Map<String, Object> members(@PathVariable long id);

    /** @param version of the event as its page showed it */
    @PutExchange(url = "/api/events/{id}/poster", contentType = "application/octet-stream")
    ListedEvent hangPoster(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestBody byte[] picture);

    record PosterSource(long eventId) {}

    /** Hangs the poster of another event. */
    @PostExchange("/api/events/{id}/poster/copy")
    ListedEvent copyPoster(@PathVariable long id, @RequestBody PosterSource from);

    @DeleteExchange("/api/events/{id}/poster")
    ListedEvent takeDownPoster(@PathVariable long id, @RequestParam(required = false) @Nullable Integer version);

    /** An uploaded poster as JPEG. */
    @GetExchange("/api/events/{id}/posters/{name}")
    byte[] poster(@PathVariable long id, @PathVariable String name);
}
