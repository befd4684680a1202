package podo.reservation.booking.order.report;

/**
 * A seat of an order as it was paid for; the price in whole won.
 *
 * @param kind of ticket; empty for the usual one
 */
record PaidSeat(String grade, String kind, long price) {}
