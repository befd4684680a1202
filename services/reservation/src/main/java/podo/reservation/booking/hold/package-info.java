/** Holds in the inventory, which bookings are made from. */
@NullMarked
package podo.reservation.booking.hold;

import org.jspecify.annotations.NullMarked;
