/** Messages of the reservation service about bookings, and the states of bookings and of the line. */
@NullMarked
package podo.contracts.reservation;

import org.jspecify.annotations.NullMarked;
