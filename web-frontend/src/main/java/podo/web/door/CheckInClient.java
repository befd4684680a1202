package podo.web.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.contracts.inventory.SeatTraits;

/** Check-in, at the reservation service. What a gate's script asks passes through as the service's JSON. */
interface CheckInClient {

    /** @param titles by language where they differ; null for none */
    record DoorEvent(
            long id,
            String title,
            @Nullable Map<String, String> titles,
            String venue,
            Instant startsAt,
            Instant doorsOpenAt,
            boolean cancelled) {

        /** In the language of the page. */
        public String titleHere() {
            return inLanguage(title, titles);
        }
    }

    private static String inLanguage(String title, @Nullable Map<String, String> titles) {
        return titles == null
                ? title
                : titles.getOrDefault(LocaleContextHolder.getLocale().getLanguage(), title);
    }

    record GateCount(String gate, long admitted) {}

    record Summary(DoorEvent event, long valid, long admitted, List<GateCount> gates) {}

    record NewScan(String code, String gate, long eventId) {}

    /**
     * @param kind of ticket; null for the usual one
     * @param proof what its holder shows; null for nothing
     * @param traits what is special about the seat; null for an ordinary one
     */
    record Seat(
            String section,
            String row,
            int number,
            @Nullable String kind,
            @Nullable String proof,
            @Nullable SeatTraits traits) {}

    /** Another show of the same organiser. */
    record OtherShow(String title, @Nullable Map<String, String> titles, Instant startsAt) {

        /** In the language of the page. */
        public String titleHere() {
            return inLanguage(title, titles);
        }
    }

    /**
     * @param name that stands on the ticket; null while it is its holder's
     * @param holder whose it is while it has no name; null where the door is not told
     * @param event what the ticket is for where that is not the show at this door; null where the door is not told
     */
    record Checked(
            String id,
            String result,
            @Nullable Seat seat,
            @Nullable String name,
            @Nullable String holder,
            @Nullable OtherShow event,
            @Nullable Instant usedAt,
            String gate) {

        public @Nullable String nameOrHolder() {
            return name == null ? holder : name;
        }
    }

    @GetExchange("/api/checkins/events")
    List<DoorEvent> events();

    @GetExchange("/api/checkins/events/{eventId}/summary")
    Summary summary(@PathVariable long eventId);

    @PostExchange("/api/checkins")
    Checked check(@RequestBody NewScan scan);

    @GetExchange("/api/checkins/events/{eventId}/summary")
    ResponseEntity<byte[]> rawSummary(@PathVariable long eventId);

    @GetExchange("/api/checkins/events/{eventId}")
    ResponseEntity<byte[]> rawList(@PathVariable long eventId);

    @GetExchange("/api/ticket-keys")
    ResponseEntity<byte[]> rawKeys();

    @PostExchange(url = "/api/checkins", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rawCheck(@RequestBody byte[] scan);

    @PostExchange(url = "/api/checkins/batch", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rawBatch(@RequestBody byte[] scans);

    @DeleteExchange("/api/checkins/{id}")
    void undo(@PathVariable String id);
}
