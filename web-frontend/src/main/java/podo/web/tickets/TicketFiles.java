package podo.web.tickets;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import podo.web.calendar.CalendarFile;
import podo.web.client.BookingClient;
import podo.web.page.Times;
import podo.web.tickets.FanOrders.Order;

/** What a fan takes along from the ticket page: calendar entries, PDFs, passes for the wallets of phones. */
@Controller
@RequestMapping("/tickets")
class TicketFiles {

    private static final MediaType APPLE_PASS = MediaType.parseMediaType("application/vnd.apple.pkpass");

    private final FanOrders orders;
    private final TicketShelf shelf;
    private final BookingClient bookings;
    private final Times times;

    TicketFiles(FanOrders orders, TicketShelf shelf, BookingClient bookings, Times times) {
        this.orders = orders;
        this.shelf = shelf;
        this.bookings = bookings;
        this.times = times;
    }

    @GetMapping("/{id}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable String id) {
        Order order = orders.find(id).orElse(null);
        if (order == null) {
            return calendarOfReceived(id);
        }
        CalendarEntry.State state = CalendarEntry.State.of(order.booking());
        if (state == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String seats = order.booking().seats().stream()
                .filter(seat -> seat.isOwn() || state == CalendarEntry.State.CANCELLED)
                .map(seat -> seat.inArea() ? seat.section() : seat.section() + " " + seat.row() + "-" + seat.number())
                .collect(Collectors.joining(", "));
        return CalendarFile.download(new CalendarEntry(
                        id, order.event(), seats, state, order.booking().hasCancelledSeats())
                .ics(times.now()));
    }

    private ResponseEntity<String> calendarOfReceived(String id) {
        TicketShelf.Received received = shelf.received(id);
        if (received == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<BookingClient.Ticket> valid =
                received.tickets().stream().filter(BookingClient.Ticket::valid).toList();
        CalendarEntry.State state = valid.isEmpty() ? CalendarEntry.State.CANCELLED : CalendarEntry.State.CONFIRMED;
        String seats = (valid.isEmpty() ? received.tickets() : valid)
                .stream()
                        .map(BookingClient.Ticket::seat)
                        .map(seat -> seat.inArea()
                                ? seat.section()
                                : seat.section() + " " + seat.row() + "-" + seat.number())
                        .collect(Collectors.joining(", "));
        return CalendarFile.download(
                new CalendarEntry(id, received.event(), seats, state, valid.isEmpty()).ics(times.now()));
    }

    /** @param size a4 or phone */
    @GetMapping("/{id}/tickets.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @RequestParam(defaultValue = "a4") String size) {
        return passOn(bookings.ticketsPdf(id, size), MediaType.APPLICATION_PDF);
    }

    @GetMapping("/passes/{ticketId}/apple.pkpass")
    ResponseEntity<byte[]> applePass(@PathVariable long ticketId) {
        return passOn(bookings.appleWallet(ticketId), APPLE_PASS);
    }

    /** Made when it is asked for: the address holds the ticket's code. */
    @GetMapping("/passes/{ticketId}/google")
    ResponseEntity<Void> googlePass(@PathVariable long ticketId) {
        URI save = URI.create(bookings.googleWallet(ticketId).saveUrl());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .location(save)
                .build();
    }

    /** The service's file with its name. */
    private static ResponseEntity<byte[]> passOn(ResponseEntity<byte[]> file, MediaType type) {
        String name = file.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name == null ? "attachment" : name)
                .body(file.getBody());
    }
}
