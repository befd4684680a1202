/** An organiser's orders: search, one order with its history, refunds, moves, exports and the money of an event. */
@NullMarked
package podo.web.orders;

import org.jspecify.annotations.NullMarked;
