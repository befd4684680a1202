package podo.reservation.booking.order.report;

/** A seat of an order as it was paid for; the price in whole won. */
record PaidSeat(String grade, long price) {}
