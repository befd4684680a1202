package podo.inventory.hold;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.starter.security.EntryPass;

/**
 * A fan's request to hold seats, places in areas, or both.
 *
 * @param seatIds sorted, so that all requests lock seats in one order
 * @param areas sorted by area, each area once
 * @param requestKey the idempotency key, null without one; a repetition with the same key gets the same hold
 * @param accessible whether the fan asks for accessible seats
 * @param expectedTotal what the fan has read that the seats cost together, in whole won; null when the client does not say
 */
public record HoldRequest(
        long eventId,
        long fanId,
        List<Long> seatIds,
        List<AreaWish> areas,
        EntryPass pass,
        @Nullable String requestKey,
        boolean accessible,
        @Nullable Long expectedTotal) {

    public HoldRequest {
        seatIds = seatIds.stream().sorted().toList();
        areas = areas.stream()
                .sorted(Comparator.comparingLong(AreaWish::areaId))
                .toList();
    }

    /** Of seats only. */
    public HoldRequest(
            long eventId,
            long fanId,
            List<Long> seatIds,
            EntryPass pass,
            @Nullable String requestKey,
            boolean accessible,
            @Nullable Long expectedTotal) {
        this(eventId, fanId, seatIds, List.of(), pass, requestKey, accessible, expectedTotal);
    }

    /** Seats and places, which count alike against the limit per fan. */
    public int size() {
        return seatIds.size() + areas.stream().mapToInt(AreaWish::count).sum();
    }

    public List<Long> areaIds() {
        return areas.stream().map(AreaWish::areaId).toList();
    }
}
