package podo.reservation.booking.ticket;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.reservation.booking.ticket.face.TicketFace;
import podo.reservation.booking.ticket.face.TicketWords;
import podo.reservation.booking.ticket.pdf.PageSize;
import podo.reservation.booking.ticket.pdf.TicketPdf;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShows;

/** Valid tickets as they are shown to their holder, and printed. */
@Component
public class TicketFaces {

    private static final int MOST = 50;

    private final Tickets tickets;
    private final KnownShows shows;
    private final TicketPdf pdf;

    TicketFaces(Tickets tickets, KnownShows shows, TicketPdf pdf) {
        this.tickets = tickets;
        this.shows = shows;
        this.pdf = pdf;
    }

    /** The valid tickets of a booking that this fan holds, one page each; empty without one. */
    public Optional<byte[]> print(long fanId, String bookingId, PageSize size, Locale language) {
        List<TicketFace> pages = tickets.ofFan(fanId, List.of(bookingId), MOST, 0).stream()
                .filter(Tickets.Ticket::valid)
                .map(ticket -> face(ticket, language))
                .toList();
        return pages.isEmpty() ? Optional.empty() : Optional.of(pdf.write(pages, size, language));
    }

    /** Empty unless the fan holds this ticket and it is valid. */
    Optional<TicketFace> find(long fanId, long ticketId, Locale language) {
        return tickets.find(fanId, ticketId).filter(Tickets.Ticket::valid).map(ticket -> face(ticket, language));
    }

    private TicketFace face(Tickets.Ticket ticket, Locale language) {
        BookedShow show =
                BookedShow.of(ticket.eventId(), shows.find(ticket.eventId()).orElse(null));
        TicketView view = tickets.view(ticket, show);
        return new TicketFace(
                ticket.id(),
                ticket.bookingId(),
                ticket.eventId(),
                show.titleIn(TicketWords.tag(language)),
                show.venue(),
                show.startsAt(),
                show.doorsAt(),
                ticket.section(),
                ticket.row(),
                ticket.number(),
                ticket.kind() == null ? ticket.grade() : ticket.grade() + " · " + ticket.kind(),
                TicketWords.special(ticket.traits(), language),
                ticket.name(),
                view.code(),
                view.shortCode(),
                ticket.generation());
    }
}
