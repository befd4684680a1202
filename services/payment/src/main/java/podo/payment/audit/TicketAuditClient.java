package podo.payment.audit;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The valid tickets, as reservation has them. */
interface TicketAuditClient {

    record Ticket(long id, String orderId, long eventId, long seatId, long price) {}

    /** By id, those after the one named. */
    @GetExchange("/internal/audit/tickets")
    List<Ticket> tickets(@RequestParam long after, @RequestParam int limit);
}
