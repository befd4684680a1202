package podo.reservation.booking.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.ticket.pdf.PageSize;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** A booking's tickets on paper, and as large as a phone. */
@Tag(name = "Tickets")
@RestController
class TicketPdfController {

    private final TicketFaces faces;

    TicketPdfController(TicketFaces faces) {
        this.faces = faces;
    }

    /**
     * 404 when the booking has no valid ticket, too.
     *
     * @param size {@code a4} or {@code phone}
     */
    @Operation(summary = "Get a reservation's valid tickets as a PDF of A4 or phone size, one page for each seat")
    @GetMapping("/api/reservations/{id}/tickets.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id, @RequestParam(defaultValue = "a4") String size, Fan fan, Locale language) {
        PageSize page = PageSize.of(size).orElseThrow(() -> new InvalidField("size", "page-size"));
        byte[] file = faces.print(fan.id(), id, page, language).orElseThrow(NotFound::new);
        String name = page == PageSize.A4 ? "podo-tickets.pdf" : "podo-tickets-" + page.word() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
