package podo.inventory.hold.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import podo.inventory.hold.Hold;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SeatOffer;

/**
 * A hold in API answers.
 *
 * @param total whole won
 * @param leavesAlone ids of single seats that this choice leaves between taken ones, for events that warn of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HoldAnswer(
        String holdId,
        long eventId,
        List<SeatOffer> seats,
        long total,
        Instant expiresAt,
        Hold.Status status,
        int extensionsLeft,
        List<Long> leavesAlone) {

    static HoldAnswer of(Hold hold, Hall hall, Instant now, List<Long> leavesAlone) {
        return new HoldAnswer(
                hold.id(),
                hold.eventId(),
                offers(hold, hall),
                hold.total(),
                hold.heldUntil(),
                hold.seenAt(now),
                Math.max(0, hall.extensions() - hold.extended()),
                leavesAlone);
    }

    /** The seats at the prices at which they were held, whatever they cost now. */
    static List<SeatOffer> offers(Hold hold, Hall hall) {
        List<SeatOffer> now = hold.seatIds().stream()
                .flatMap(id -> hall.seat(id).stream())
                .map(seat -> SeatOffer.of(seat, hall))
                .toList();
        return hold.prices().size() == now.size()
                ? IntStream.range(0, now.size())
                        .mapToObj(i -> now.get(i).at(hold.prices().get(i)))
                        .toList()
                : now;
    }
}
