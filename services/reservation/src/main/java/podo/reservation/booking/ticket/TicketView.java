package podo.reservation.booking.ticket;

import podo.reservation.show.BookedShow;

/** A ticket as the API tells it. {@code status} is VALID, or CANCELLED once the seat was given back. */
public record TicketView(long id, String reservationId, BookedShow event, Seat seat, String code, String status) {

    record Seat(long id, String section, String row, int number, String grade) {}

    static TicketView of(Tickets.Ticket ticket, BookedShow show) {
        return new TicketView(
                ticket.id(),
                ticket.bookingId(),
                show,
                new Seat(ticket.seatId(), ticket.section(), ticket.row(), ticket.number(), ticket.grade()),
                ticket.code(),
                ticket.valid() ? "VALID" : "CANCELLED");
    }
}
