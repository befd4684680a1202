package podo.web.names;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;

/** The names on tickets, at the reservation service. */
interface TicketNameClient {

    /** @param name empty for the holder's */
    record GivenName(long ticketId, String name) {}

    record Names(List<GivenName> names) {}

    /** Of the caller's own tickets. */
    @PutExchange("/api/tickets/names")
    void change(@RequestBody Names names);

    @PutExchange("/api/organiser/orders/{orderId}/names")
    void changeOfOrder(@PathVariable String orderId, @RequestBody Names names);
}
