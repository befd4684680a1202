/** Tickets of confirmed bookings. */
@NullMarked
package podo.reservation.booking.ticket;

import org.jspecify.annotations.NullMarked;
