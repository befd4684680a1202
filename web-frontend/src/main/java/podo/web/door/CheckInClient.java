package podo.web.door;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Check-in, at the reservation service. What a gate's script asks passes through as the service's JSON. */
interface CheckInClient {

    record DoorEvent(long id, String title, String venue, Instant startsAt, Instant doorsOpenAt, boolean cancelled) {}

    record GateCount(String gate, long admitted) {}

    record Summary(DoorEvent event, long valid, long admitted, List<GateCount> gates) {}

    record NewScan(String code, String gate, long eventId) {}

    /**
     * @param kind of ticket; null for the usual one
     * @param proof what its holder shows; null for nothing
     */
    record Seat(
            String section,
            String row,
            int number,
            @Nullable String kind,
            @Nullable String proof) {}

    /** @param name that stands on the ticket; null while it is its holder's */
    record Checked(
            String id,
            String result,
            @Nullable Seat seat,
            @Nullable String name,
            @Nullable Instant usedAt,
            String gate) {}

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
