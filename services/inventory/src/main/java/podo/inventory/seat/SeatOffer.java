package podo.inventory.seat;

/** A seat with its grade and price as API answers show it; {@code price} in whole won. */
public record SeatOffer(long id, String section, String row, int number, String grade, long price) {

    public static SeatOffer of(Seat seat, Hall hall) {
        Hall.Grade grade = hall.grade(seat);
        return new SeatOffer(seat.id(), seat.section(), seat.row(), seat.number(), grade.name(), grade.price());
    }

    /** The same seat at the price at which it was held. */
    public SeatOffer at(long heldPrice) {
        return new SeatOffer(id, section, row, number, grade, heldPrice);
    }
}
