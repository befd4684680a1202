package podo.reservation.booking.ticket;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.ticket.TicketAuditQuery.TicketFacts;

/** Data for the auditor: valid tickets with the price that was paid. */
@RestController
class TicketAuditController {

    private final TicketAuditQuery query;

    TicketAuditController(TicketAuditQuery query) {
        this.query = query;
    }

    /** By id, those after {@code after}; 10,000 at most. */
    @GetMapping("/internal/audit/tickets")
    List<TicketFacts> tickets(@RequestParam long after, @RequestParam int limit) {
        return query.tickets(after, limit);
    }
}
