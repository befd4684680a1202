package podo.payment.audit.evidence;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Reservation: the valid tickets; prices in whole won. */
public interface TicketAuditClient {

    record Ticket(long id, String orderId, long eventId, long seatId, long price) {}

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/tickets")
    List<Ticket> tickets(@RequestParam long after, @RequestParam int limit);
}
