package podo.web.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import podo.contracts.reservation.RefusedEntry;

/** The line before a sale, at the reservation service. */
public interface LineClient {

    /**
     * What the service publishes about a draw.
     *
     * @param seedHash published when the lobby opens; the seed itself is null until the draw
     * @param drawn number of fans who were drawn
     */
    record Fairness(
            String method,
            String seedHash,
            @Nullable String seed,
            @Nullable String listHash,
            int drawn,
            @Nullable Instant drawnAt) {}

    /** @param key an Ed25519 key, 32 bytes in base64url */
    record SignedReceipt(String receipt, String key) {}

    /**
     * @param toldAt when the fan was told of returned seats, null before that
     * @param offered whether a seat was held for the fan then
     */
    record SeatAlert(
            Instant askedAt,
            @Nullable Instant toldAt,
            @Nullable Boolean offered) {

        public boolean isOffered() {
            return Boolean.TRUE.equals(offered);
        }
    }

    /** @param receipt proof of an earlier place, with which a line that lost its data restores the number */
    @PostExchange("/api/events/{eventId}/queue")
    LinePlace join(
            @PathVariable long eventId,
            @RequestHeader(name = "X-Queue-Receipt", required = false) @Nullable String receipt);

    @GetExchange("/api/events/{eventId}/queue/me")
    LinePlace ownPlace(@PathVariable long eventId);

    /** The fan's place and the published seed hash, signed so that anybody can check them. */
    @GetExchange("/api/events/{eventId}/queue/me/receipt")
    SignedReceipt signedReceipt(@PathVariable long eventId);

    @DeleteExchange("/api/events/{eventId}/queue/me")
    void leave(@PathVariable long eventId);

    @PostExchange("/api/events/{eventId}/queue/enter")
    IssuedPass enter(@PathVariable long eventId);

    /** A pass that lasts longer; refused after as many extensions as the event allows. */
    @PostExchange("/api/events/{eventId}/queue/extend")
    IssuedPass extendPass(@PathVariable long eventId);

    /** The fan's request to be told of returned seats; 404 when there is none. */
    @GetExchange("/api/events/{eventId}/queue/wish")
    SeatAlert seatAlert(@PathVariable long eventId);

    @PutExchange("/api/events/{eventId}/queue/wish")
    SeatAlert requestSeatAlert(@PathVariable long eventId);

    @DeleteExchange("/api/events/{eventId}/queue/wish")
    void cancelSeatAlert(@PathVariable long eventId);

    @GetExchange("/api/events/{eventId}/fairness")
    Fairness fairness(@PathVariable long eventId, @RequestParam(required = false) @Nullable Long presale);

    @GetExchange("/internal/rooms/{eventId}/pulse")
    LineStatus status(@PathVariable long eventId);

    /** The same for the line of a presale. */
    @GetExchange("/internal/rooms/0/pulse")
    LineStatus statusOfPresale(@RequestParam long presale);

    /** As {@link #ownPlace}, with this service's own token, for a fan whose session was not read. */
    @GetExchange("/internal/rooms/{eventId}/fans/{fanId}")
    LinePlace placeOf(@PathVariable long eventId, @PathVariable long fanId);

    @PostExchange("/internal/rooms/refusals")
    void reportRefusedEntries(@RequestBody List<RefusedEntry> refused);
}
