/** Follows the inventory when it exchanges seats of a booking for others. */
@NullMarked
package podo.reservation.booking.move;

import org.jspecify.annotations.NullMarked;
