package podo.reservation.booking.move;

/** A seat that a move gave up, and the one that the booking got for it. */
public record MovedSeat(String moveId, Place from, Place to) {

    /** What the seat is called. */
    public record Place(long id, String section, String row, int number) {}
}
