package podo.reservation.booking.hold;

/**
 * A booking for a hold is about to be stored. Published within its transaction; a listener may refuse by {@link BookingHoldLapsed}.
 *
 * @param passId the pass by which the seats were held; {@code give-back:} and an id for a seat that was offered back
 */
public record HoldToBeBooked(String passId) {}
