/** An organiser's orders: search, the history of one, refunds, moves and tickets sent again. */
@NullMarked
package podo.reservation.booking.order;

import org.jspecify.annotations.NullMarked;
