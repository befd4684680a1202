package podo.reservation.booking;

/** A booking was confirmed; published inside this service, so that the waiting room frees the fan's slot, and in the transaction of the confirmation. */
public record BookingConfirmed(long eventId, long fanId, String passId, String orderId) {}
