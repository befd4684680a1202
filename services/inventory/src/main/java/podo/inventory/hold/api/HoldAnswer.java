package podo.inventory.hold.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import podo.inventory.hold.HeldArea;
import podo.inventory.hold.Hold;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SeatOffer;

/**
 * A hold in API answers.
 *
 * @param seats seats and places, each with its id and price
 * @param areas how many of the places are in which area
 * @param total whole won
 * @param leavesAlone ids of single seats that this choice leaves between taken ones, for events that warn of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HoldAnswer(
        String holdId,
        long eventId,
        List<SeatOffer> seats,
        List<Area> areas,
        long total,
        Instant expiresAt,
        Hold.Status status,
        int extensionsLeft,
        List<Long> leavesAlone) {

    record Area(long areaId, String name, String grade, int count) {}

    static HoldAnswer of(Hold hold, Hall hall, Instant now, List<Long> leavesAlone) {
        return new HoldAnswer(
                hold.id(),
                hold.eventId(),
                offers(hold, hall),
                areas(hold, hall),
                hold.total(),
                hold.heldUntil(),
                hold.seenAt(now),
                hold.giveBackId().isPresent() ? 0 : Math.max(0, hall.extensions() - hold.extended()),
                leavesAlone);
    }

    private static Stream<SeatOffer> places(HeldArea held, Hall hall) {
        return hall.area(held.areaId()).stream()
                .flatMap(area -> held.placeIds().stream().map(id -> SeatOffer.ofPlace(id, area, hall)));
    }

    private static List<Area> areas(Hold hold, Hall hall) {
        return hold.areas().stream()
                .flatMap(held -> hall.area(held.areaId()).stream()
                        .map(area -> new Area(
                                area.id(),
                                area.name(),
                                hall.grade(area).name(),
                                held.placeIds().size())))
                .toList();
    }

    /** The seats, then the places of areas, at the prices at which they were held, whatever they cost now. */
    static List<SeatOffer> offers(Hold hold, Hall hall) {
        List<SeatOffer> now = Stream.concat(
                        hold.seatIds().stream()
                                .flatMap(id -> hall.seat(id).stream())
                                .map(seat -> SeatOffer.of(seat, hall)),
                        hold.areas().stream().flatMap(held -> places(held, hall)))
                .toList();
        return hold.prices().size() == now.size()
                ? IntStream.range(0, now.size())
                        .mapToObj(i -> now.get(i).at(hold.prices().get(i)))
                        .toList()
                : now;
    }
}
