package podo.inventory.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;

/**
 * A seat, or a place in a standing area, with its grade and price as API answers show it; {@code price} in whole won. A place has the
 * area's name as {@code section}, an empty {@code row} and the {@code number} 0.
 *
 * @param traits left out of an ordinary seat
 */
public record SeatOffer(
        long id,
        String section,
        String row,
        int number,
        String grade,
        long price,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SeatTraits traits) {

    public static SeatOffer of(Seat seat, Hall hall) {
        Hall.Grade grade = hall.grade(seat);
        return new SeatOffer(
                seat.id(), seat.section(), seat.row(), seat.number(), grade.name(), grade.price(), hall.traits(seat));
    }

    public static SeatOffer ofPlace(long id, Hall.Area area, Hall hall) {
        Hall.Grade grade = hall.grade(area);
        return new SeatOffer(id, area.name(), "", 0, grade.name(), grade.price(), null);
    }

    /** The same seat at the price at which it was held. */
    public SeatOffer at(long heldPrice) {
        return new SeatOffer(id, section, row, number, grade, heldPrice, traits);
    }
}
