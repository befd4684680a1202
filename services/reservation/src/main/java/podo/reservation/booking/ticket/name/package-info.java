/** The name that stands on a ticket: who may change it, until when, and who did. */
@NullMarked
package podo.reservation.booking.ticket.name;

import org.jspecify.annotations.NullMarked;
