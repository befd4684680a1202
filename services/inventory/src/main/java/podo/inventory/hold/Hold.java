package podo.inventory.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.inventory.area.PlacesClaim;

/**
 * A fan's claim on seats of one event, and on places in its standing areas.
 *
 * @param areas by area id
 * @param prices of each seat and place when it was held, in whole won, in the order of {@link #ids}; empty in rows of versions that kept
 *     only the total
 * @param total whole won
 * @param extended how often the fan extended it
 * @param orderId the order that was settled on it, null while there is none
 */
public record Hold(
        String id,
        long eventId,
        long fanId,
        List<Long> seatIds,
        List<HeldArea> areas,
        List<Long> prices,
        long total,
        Status status,
        Instant heldUntil,
        String passId,
        Instant passUntil,
        int extended,
        @Nullable String orderId) {

    /** A hold of seats only. */
    public Hold(
            String id,
            long eventId,
            long fanId,
            List<Long> seatIds,
            List<Long> prices,
            long total,
            Status status,
            Instant heldUntil,
            String passId,
            Instant passUntil,
            int extended,
            @Nullable String orderId) {
        this(
                id, eventId, fanId, seatIds, List.of(), prices, total, status, heldUntil, passId, passUntil, extended,
                orderId);
    }

    /** How many seats and places the box office sells at once. */
    public static final int MOST_AT_THE_BOX_OFFICE = 50;

    private static final String GIVE_BACK = "give-back:";

    /** In place of the id of an entry pass: the box office sells without the line. */
    private static final String BOX_OFFICE = "box-office:";

    public static String passOfBoxOffice(String holdId) {
        return BOX_OFFICE + holdId;
    }

    /** Whether the box office took it: the limit per fan does not apply, and the line knows nothing of it. */
    public boolean isOfBoxOffice() {
        return passId.startsWith(BOX_OFFICE);
    }

    /** In place of the id of an entry pass: a seat that was offered back is held without a place in the line. */
    public static String passOfGiveBack(String giveBackId) {
        return GIVE_BACK + giveBackId;
    }

    /** The give-back whose seat this hold claims; its seat stays sold to the giver until the hold is paid. */
    public Optional<String> giveBackId() {
        return passId.startsWith(GIVE_BACK) ? Optional.of(passId.substring(GIVE_BACK.length())) : Optional.empty();
    }

    /** The ids of the seats, then those of the places area by area. */
    public List<Long> ids() {
        return areas.isEmpty()
                ? seatIds
                : Stream.concat(seatIds.stream(), areas.stream().flatMap(area -> area.placeIds().stream()))
                        .toList();
    }

    public List<Long> areaIds() {
        return areas.stream().map(HeldArea::areaId).toList();
    }

    /** What the hold takes of each area. */
    public Stream<PlacesClaim> claims() {
        return areas.stream()
                .map(area -> new PlacesClaim(
                        area.areaId(), id, fanId, area.placeIds().size(), heldUntil));
    }

    /** The stored status; whether a hold that is HELD or PINNED is alive depends on its end. */
    public enum Status {
        HELD,
        PINNED,
        SOLD,
        RELEASED,
        LAPSED,
        LOST,
        RETURNED
    }

    /** The status that callers see: HELD, PINNED, SOLD, RELEASED or LAPSED. */
    public Status seenAt(Instant now) {
        return switch (status) {
            case HELD, PINNED -> heldUntil.isAfter(now) ? status : Status.LAPSED;
            case LOST -> Status.LAPSED;
            case RETURNED -> Status.RELEASED;
            case SOLD, RELEASED, LAPSED -> status;
        };
    }
}
