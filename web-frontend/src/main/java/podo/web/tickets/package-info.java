/** A fan's orders: tickets with QR codes, calendar entries, cancellation with refund. */
@NullMarked
package podo.web.tickets;

import org.jspecify.annotations.NullMarked;
