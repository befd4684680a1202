/** What the reservation service says about bookings. */
@NullMarked
package podo.contracts.reservation;

import org.jspecify.annotations.NullMarked;
