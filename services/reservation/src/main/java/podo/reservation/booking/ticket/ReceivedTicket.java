package podo.reservation.booking.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import podo.reservation.show.ToldChange;

/**
 * A ticket that somebody handed to the caller.
 *
 * @param changes of the show since then, oldest first; without {@code freeUntil}, since only who paid can cancel
 */
record ReceivedTicket(@JsonUnwrapped TicketView ticket, List<ToldChange> changes) {}
