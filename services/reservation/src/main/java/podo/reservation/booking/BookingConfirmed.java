package podo.reservation.booking;

/** Told inside this service when a booking is confirmed: the fan's place inside the hall's shop is free again. */
public record BookingConfirmed(long eventId, long fanId, String passId) {}
