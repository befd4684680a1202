package podo.reservation.booking.refund;

/** The booking that seats are given back from. */
public record CancelledBooking(String id, String orderId, String holdId, long eventId) {}
