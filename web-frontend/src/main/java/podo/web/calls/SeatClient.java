package podo.web.calls;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What is free, and holding it (inventory service). */
public interface SeatClient {

    /** @param v the map's version, counted up by each delta; {@code s} one letter per seat: a, h, s or b */
    record State(long v, @Nullable Integer layout, String s) {}

    record Offer(long id, String section, String row, int number, String grade, long price) implements Serializable {

        /** The seat's number within its event, in plan order. */
        public int seq() {
            return (int) (id % 1_000_000);
        }
    }

    record Proposal(
            List<Offer> seats,
            @Nullable Boolean adjacent,
            @Nullable Long total) {}

    /** @param accessible the fan needs accessible seats, which are kept for those who say so */
    record Wish(List<Long> seatIds, boolean accessible) {}

    /** @param leavesAlone single seats that this choice leaves, where the event wants fans to be warned */
    record Hold(
            String holdId,
            List<Offer> seats,
            long total,
            Instant expiresAt,
            @Nullable List<Long> leavesAlone) {}

    record HoldEnd(Instant expiresAt) {}

    /** @param who the fan or organiser, 0 for the house */
    record Change(
            Instant at, String cause, long who, @Nullable String holdId) {}

    record Life(Offer seat, List<Change> changes) {}

    record Blocks(List<Long> seatIds, boolean blocked) {}

    /** Those that were changed: a seat that is held or sold is not. */
    record Blocked(List<Long> seatIds) {}

    @GetExchange("/api/events/{eventId}/seats/layout")
    ResponseEntity<byte[]> layout(
            @PathVariable long eventId,
            @RequestParam(name = "v", required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings);

    @GetExchange("/api/events/{eventId}/seats/state")
    State state(@PathVariable long eventId);

    @GetExchange("/api/events/{eventId}/seats/state")
    ResponseEntity<byte[]> rawState(
            @PathVariable long eventId,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings);

    /** @param maxPrice the most that one seat may cost, in whole won */
    @GetExchange("/api/events/{eventId}/seats/best")
    Proposal best(
            @PathVariable long eventId,
            @RequestParam int count,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam boolean accessible);

    @PostExchange("/api/events/{eventId}/holds")
    Hold hold(
            @PathVariable long eventId,
            @RequestHeader("X-Entry-Pass") String pass,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Wish wish);

    @PostExchange("/api/holds/{holdId}/extend")
    HoldEnd extend(
            @PathVariable String holdId, @RequestHeader(name = "X-Entry-Pass", required = false) @Nullable String pass);

    @DeleteExchange("/api/holds/{holdId}")
    void release(@PathVariable String holdId);

    /** All changes of hands of one seat, for the organiser of its event. */
    @GetExchange("/api/events/{eventId}/seats/{seatId}/history")
    Life life(@PathVariable long eventId, @PathVariable long seatId);

    @PutExchange("/api/events/{eventId}/seats/blocks")
    Blocked block(@PathVariable long eventId, @RequestBody Blocks blocks);
}
