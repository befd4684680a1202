package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What plays when (event service). */
public interface EventClient {

    record Found(List<ListedEvent> content, Numbers page) {}

    record Numbers(int number, int size, long totalElements, int totalPages) {}

    /** What an organiser asks for; what is null takes the usual value. */
    record Terms(
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
            @Nullable String singleSeatPolicy,
            @Nullable List<ListedEvent.Fee> refundFees) {}

    @GetExchange("/api/events")
    Found find(@RequestParam int page, @RequestParam int size, @RequestParam(required = false) @Nullable String query);

    /** All of the calling organiser's, drafts too. */
    @GetExchange("/api/events?mine=true")
    Found mine(@RequestParam int page, @RequestParam int size);

    @PostExchange("/api/events")
    ListedEvent draft(@RequestBody Terms terms);

    @PutExchange("/api/events/{id}")
    ListedEvent change(@PathVariable long id, @RequestBody Terms terms);

    @PostExchange("/api/events/{id}/publish")
    ListedEvent publish(@PathVariable long id);

    @DeleteExchange("/api/events/{id}")
    void withdraw(@PathVariable long id);

    @PostExchange("/api/events/{id}/cancel")
    void cancel(@PathVariable long id);

    @GetExchange("/api/events/{id}")
    ListedEvent one(@PathVariable long id);
}
