/** Tickets on paper: a PDF with one page for each seat. */
@NullMarked
package podo.reservation.booking.ticket.pdf;

import org.jspecify.annotations.NullMarked;
