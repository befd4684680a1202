package podo.web.client;

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
import podo.contracts.inventory.SeatIds;

/** Seats and holds, at the inventory service. Money is whole won. */
public interface SeatClient {

    /**
     * The state of all seats of one event.
     *
     * @param v the map's version, which each delta increments
     * @param layout the plan's version
     * @param s one letter per seat in plan order, see {@link podo.contracts.inventory.SeatState#letter()}
     * @param areas free places per standing area in plan order; null from a version without areas
     */
    record MapState(
            long v,
            @Nullable Integer layout,
            String s,
            @Nullable List<Integer> areas) {

        public List<Integer> freePlaces() {
            return areas == null ? List.of() : areas;
        }
    }

    record Seat(long id, String section, String row, int number, String grade, long price) implements Serializable {

        /** The seat's number within its event, in plan order. */
        public int seq() {
            return SeatIds.seq(id);
        }
    }

    /** @param areas places in a standing area, when there are no such seats */
    record Proposal(
            List<Seat> seats,
            @Nullable Boolean adjacent,
            @Nullable Long total,
            @Nullable List<Places> areas) {

        public List<Places> places() {
            return areas == null ? List.of() : areas;
        }
    }

    /** How many places of which standing area. */
    record Places(long areaId, int count) {}

    /**
     * @param accessible the fan needs accessible seats, which are reserved for fans who ask for them
     * @param total what the fan has read that the seats cost together; a hold at another price is refused
     */
    record NewHold(
            List<Long> seatIds,
            List<Places> areas,
            boolean accessible,
            @Nullable Long total) {}

    /** @param leavesAlone ids of single free seats that this hold leaves between taken ones, when the event warns of them */
    record Hold(
            String holdId,
            List<Seat> seats,
            long total,
            Instant expiresAt,
            @Nullable List<Long> leavesAlone) {}

    record HoldEnd(Instant expiresAt) {}

    /** @param who account id of the fan or organiser, 0 for the system */
    record Change(
            Instant at, String cause, long who, @Nullable String holdId) {}

    record SeatHistory(Seat seat, List<Change> changes) {}

    record Blocks(List<Long> seatIds, boolean blocked) {}

    /** The seats that were changed; a seat that is held or sold stays as it is. */
    record Blocked(List<Long> seatIds) {}

    @GetExchange("/api/events/{eventId}/seats/layout")
    ResponseEntity<byte[]> layout(
            @PathVariable long eventId,
            @RequestParam(name = "v", required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings);

    @GetExchange("/api/events/{eventId}/seats/state")
    MapState state(@PathVariable long eventId);

    @GetExchange("/api/events/{eventId}/seats/state")
    ResponseEntity<byte[]> rawState(
            @PathVariable long eventId,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings);

    /**
     * @param maxPrice highest price of one seat; null: any
     * @param near ids of lost seats that the proposal replaces
     */
    @GetExchange("/api/events/{eventId}/seats/best")
    Proposal best(
            @PathVariable long eventId,
            @RequestParam int count,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam boolean accessible,
            @RequestParam(required = false) List<Long> near);

    @PostExchange("/api/events/{eventId}/holds")
    Hold hold(
            @PathVariable long eventId,
            @RequestHeader("X-Entry-Pass") String pass,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewHold hold);

    @PostExchange("/api/holds/{holdId}/extend")
    HoldEnd extend(
            @PathVariable String holdId, @RequestHeader(name = "X-Entry-Pass", required = false) @Nullable String pass);

    @DeleteExchange("/api/holds/{holdId}")
    void release(@PathVariable String holdId);

    /** All state changes of one seat, for the organiser of its event. */
    @GetExchange("/api/events/{eventId}/seats/{seatId}/history")
    SeatHistory history(@PathVariable long eventId, @PathVariable long seatId);

    @PutExchange("/api/events/{eventId}/seats/blocks")
    Blocked block(@PathVariable long eventId, @RequestBody Blocks blocks);
}
