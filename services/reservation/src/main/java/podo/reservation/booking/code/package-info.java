/** Codes that make a booking cheaper: how often they are used, and the organiser's list of them. */
@NullMarked
package podo.reservation.booking.code;

import org.jspecify.annotations.NullMarked;
