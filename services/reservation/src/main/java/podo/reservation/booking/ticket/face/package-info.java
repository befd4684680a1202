/** What a ticket shows its holder, wherever it is shown. */
@NullMarked
package podo.reservation.booking.ticket.face;

import org.jspecify.annotations.NullMarked;
