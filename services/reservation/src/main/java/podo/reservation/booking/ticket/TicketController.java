package podo.reservation.booking.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.page.ArrayPage;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;
import podo.reservation.show.RecentShows;
import podo.reservation.show.RecentShows.RecentShow;
import podo.reservation.show.ToldChange;
import podo.starter.security.Fan;

/** A fan's tickets. */
@Tag(name = "Tickets")
@RestController
class TicketController {

    private static final int MOST = 500;

    private final Tickets tickets;
    private final RecentShows shows;
    private final TicketHolders holders;

    TicketController(Tickets tickets, RecentShows shows, TicketHolders holders) {
        this.tickets = tickets;
        this.shows = shows;
        this.holders = holders;
    }

    /**
     * Valid ones first, then by time of issue, newest first; X-Total-Count tells how many there are, Link where the other pages are.
     *
     * @param reservationId only the tickets of these reservations
     */
    @Operation(summary = "List your tickets, a page at a time; total and links stand in headers")
    @GetMapping("/api/tickets")
    ResponseEntity<List<TicketView>> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "500") @Min(1) @Max(500) int size,
            @RequestParam(defaultValue = "") @Size(max = 200) List<@Size(max = 64) String> reservationId,
            Fan fan) {
        List<TicketView> views = views(tickets.ofFan(fan.id(), reservationId, size, (long) page * size));
        return ArrayPage.of(views, page, size, tickets.countOfFan(fan.id(), reservationId));
    }

    /** In the same order, 500 at most. */
    @Operation(summary = "List the tickets that others handed to you, with what of their shows was changed since")
    @GetMapping("/api/tickets/received")
    List<ReceivedTicket> received(Fan fan) {
        List<TicketView> received = views(tickets.receivedBy(fan.id(), MOST));
        Map<Long, List<ToldChange>> told = shows
                .findAll(received.stream().map(ticket -> ticket.event().id()).collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(show -> !show.changes().isEmpty())
                .collect(Collectors.toMap(show -> show.show().eventId(), RecentShow::changes));
        Map<Long, Instant> since = told.isEmpty() ? Map.of() : holders.receivedAt(fan.id());
        return received.stream()
                .map(ticket -> new ReceivedTicket(
                        ticket,
                        told.getOrDefault(ticket.event().id(), List.of()).stream()
                                .filter(change -> change.at().isAfter(since.getOrDefault(ticket.id(), Instant.MAX)))
                                .map(ToldChange::withoutFreeCancellation)
                                .toList()))
                .toList();
    }

    private List<TicketView> views(List<Tickets.Ticket> own) {
        Map<Long, KnownShow> known =
                shows.findShows(own.stream().map(Tickets.Ticket::eventId).collect(Collectors.toSet()));
        return own.stream()
                .map(ticket -> tickets.view(ticket, BookedShow.of(ticket.eventId(), known.get(ticket.eventId()))))
                .toList();
    }
}
