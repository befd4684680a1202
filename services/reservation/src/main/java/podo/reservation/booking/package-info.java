/** A booking goes from a hold to paid seats with tickets, and back when they are given back. */
@NullMarked
package podo.reservation.booking;

import org.jspecify.annotations.NullMarked;
