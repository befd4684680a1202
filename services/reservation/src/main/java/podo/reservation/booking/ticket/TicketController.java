package podo.reservation.booking.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.security.Fan;

/** A fan's tickets. */
@Tag(name = "Tickets")
@RestController
class TicketController {

    record Seat(long id, String section, String row, int number, String grade) {}

    /** {@code status} is VALID, or CANCELLED once the seat was given back. */
    record TicketView(long id, String reservationId, BookedShow event, Seat seat, String code, String status) {}

    private final Tickets tickets;
    private final KnownShows shows;

    TicketController(Tickets tickets, KnownShows shows) {
        this.tickets = tickets;
        this.shows = shows;
    }

    @Operation(summary = "List your tickets")
    @GetMapping("/api/tickets")
    List<TicketView> list(Fan fan) {
        List<Tickets.Ticket> own = tickets.ofFan(fan.id());
        Map<Long, KnownShow> known =
                shows.findAll(own.stream().map(Tickets.Ticket::eventId).collect(Collectors.toSet()));
        return own.stream()
                .map(ticket -> view(ticket, BookedShow.of(ticket.eventId(), known.get(ticket.eventId()))))
                .toList();
    }

    private static TicketView view(Tickets.Ticket ticket, BookedShow show) {
        return new TicketView(
                ticket.id(),
                ticket.bookingId(),
                show,
                new Seat(ticket.seatId(), ticket.section(), ticket.row(), ticket.number(), ticket.grade()),
                ticket.code(),
                ticket.valid() ? "VALID" : "CANCELLED");
    }
}
