/** What happened to one order, from this service's tables and from payment. */
@NullMarked
package podo.reservation.booking.order.history;

import org.jspecify.annotations.NullMarked;
