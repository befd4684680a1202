/** The ids of orders, which name their fan to nobody but this service. */
@NullMarked
package podo.reservation.booking.orderid;

import org.jspecify.annotations.NullMarked;
