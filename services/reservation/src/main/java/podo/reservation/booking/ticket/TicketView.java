package podo.reservation.booking.ticket;

import podo.reservation.show.BookedShow;

/**
 * A ticket as the API tells it.
 *
 * @param code the signed content of its QR code, see docs/ticket-codes.md
 * @param shortCode the code that people read and type
 * @param generation rises when the ticket is given back, moved or handed over; codes of older generations let nobody in
 * @param received whether somebody handed it to the caller
 * @param used whether it has let somebody in
 * @param status VALID, or CANCELLED once the seat was given back
 */
public record TicketView(
        long id,
        String reservationId,
        BookedShow event,
        Seat seat,
        String code,
        String shortCode,
        int generation,
        boolean received,
        boolean used,
        String status) {

    record Seat(long id, String section, String row, int number, String grade) {}

    static TicketView of(Tickets.Ticket ticket, BookedShow show, String code) {
        return new TicketView(
                ticket.id(),
                ticket.bookingId(),
                show,
                new Seat(ticket.seatId(), ticket.section(), ticket.row(), ticket.number(), ticket.grade()),
                code,
                ticket.shortCode(),
                ticket.generation(),
                ticket.received(),
                ticket.used(),
                ticket.valid() ? "VALID" : "CANCELLED");
    }
}
