package podo.reservation.booking.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.ticket.pdf.TicketPage;
import podo.reservation.booking.ticket.pdf.TicketPdf;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** A booking's tickets on paper. */
@Tag(name = "Tickets")
@RestController
class TicketPdfController {

    private static final int MOST = 50;

    private final Tickets tickets;
    private final KnownShows shows;
    private final TicketPdf pdf;

    TicketPdfController(Tickets tickets, KnownShows shows, TicketPdf pdf) {
        this.tickets = tickets;
        this.shows = shows;
        this.pdf = pdf;
    }

    /** 404 when the booking has no valid ticket, too. */
    @Operation(summary = "Get a reservation's valid tickets as a PDF, one page for each seat")
    @GetMapping("/api/reservations/{id}/tickets.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Fan fan, Locale language) {
        List<TicketPage> pages = tickets.ofFan(fan.id(), List.of(id), MOST, 0).stream()
                .filter(Tickets.Ticket::valid)
                .map(this::page)
                .toList();
        if (pages.isEmpty()) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("podo-tickets.pdf")
                                .build()
                                .toString())
                .body(pdf.write(pages, language));
    }

    private TicketPage page(Tickets.Ticket ticket) {
        BookedShow show =
                BookedShow.of(ticket.eventId(), shows.find(ticket.eventId()).orElse(null));
        TicketView view = tickets.view(ticket, show);
        return new TicketPage(
                ticket.id(),
                ticket.bookingId(),
                show.title(),
                show.venue(),
                show.startsAt(),
                ticket.section(),
                ticket.row(),
                ticket.number(),
                ticket.grade(),
                view.code(),
                view.shortCode());
    }
}
