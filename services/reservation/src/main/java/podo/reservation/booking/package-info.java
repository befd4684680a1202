/** Bookings: a hold becomes a booking, a paid booking is confirmed with tickets, and cancelled seats are refunded. */
@NullMarked
package podo.reservation.booking;

import org.jspecify.annotations.NullMarked;
