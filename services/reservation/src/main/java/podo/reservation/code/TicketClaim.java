package podo.reservation.code;

/**
 * What a ticket's code says: this ticket, in this generation, lets one person in at this event.
 *
 * @param seatId the seat, or the place in an area
 * @param generation rises when the ticket is given back, moved or handed over; a code of an older one is not valid
 */
public record TicketClaim(long eventId, long seatId, long ticketId, int generation) {}
