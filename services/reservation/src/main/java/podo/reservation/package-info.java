/** The reservation service: the line in front of a sale, and bookings from hold to ticket. */
@NullMarked
package podo.reservation;

import org.jspecify.annotations.NullMarked;
