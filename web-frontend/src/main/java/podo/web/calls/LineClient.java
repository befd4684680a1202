package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The line before a sale (reservation service). */
public interface LineClient {

    /**
     * What is published of a draw.
     *
     * @param seedHash published when the lobby opens; the seed follows at the draw
     * @param drawn how many were drawn
     */
    record Fairness(
            String method,
            String seedHash,
            @Nullable String seed,
            @Nullable String listHash,
            int drawn,
            @Nullable Instant drawnAt) {}

    /** A fan who was refused at a door of ours; the reason in kebab case, like {@code no-pass}. */
    record Attempt(long eventId, long fanId, String reason) {}

    /** @param key an Ed25519 key, 32 bytes in base64url */
    record SignedReceipt(String receipt, String key) {}

    /** @param toldAt when seats came back for this fan, null as long as none did */
    record SeatWish(Instant askedAt, @Nullable Instant toldAt) {}

    /** @param receipt what proves an earlier place, should the line have lost it */
    @PostExchange("/api/events/{eventId}/queue")
    LinePlace join(
            @PathVariable long eventId,
            @RequestHeader(name = "X-Queue-Receipt", required = false) @Nullable String receipt);

    @GetExchange("/api/events/{eventId}/queue/me")
    LinePlace me(@PathVariable long eventId);

    /** The place with what was published about the seed, signed so that anybody can check it. */
    @GetExchange("/api/events/{eventId}/queue/me/receipt")
    SignedReceipt receipt(@PathVariable long eventId);

    @DeleteExchange("/api/events/{eventId}/queue/me")
    void leave(@PathVariable long eventId);

    @PostExchange("/api/events/{eventId}/queue/enter")
    IssuedPass enter(@PathVariable long eventId);

    /** A longer pass, as often as the event allows. */
    @PostExchange("/api/events/{eventId}/queue/extend")
    IssuedPass extend(@PathVariable long eventId);

    /** The fan's wish to be told of returned seats; 404 when there is none. */
    @GetExchange("/api/events/{eventId}/queue/wish")
    SeatWish wish(@PathVariable long eventId);

    @PutExchange("/api/events/{eventId}/queue/wish")
    SeatWish tellMe(@PathVariable long eventId);

    @DeleteExchange("/api/events/{eventId}/queue/wish")
    void forget(@PathVariable long eventId);

    @GetExchange("/api/events/{eventId}/fairness")
    Fairness fairness(@PathVariable long eventId);

    @GetExchange("/internal/rooms/{eventId}/pulse")
    LineStatus pulse(@PathVariable long eventId);

    /** As {@link #me}, asked in the name of this service for a fan whose session was not read. */
    @GetExchange("/internal/rooms/{eventId}/fans/{fanId}")
    LinePlace place(@PathVariable long eventId, @PathVariable long fanId);

    @PostExchange("/internal/rooms/refusals")
    void refused(@RequestBody List<Attempt> attempts);
}
