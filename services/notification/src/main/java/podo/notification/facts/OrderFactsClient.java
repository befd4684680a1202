package podo.notification.facts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** Orders, at reservation. */
interface OrderFactsClient {

    /** 404 when there is no such order. */
    @GetExchange("/internal/bookings/{orderId}/view")
    OrderFacts order(@PathVariable String orderId);

    /** The valid tickets that the buyer holds, as a PDF; 404 when there is none. */
    @GetExchange(url = "/internal/bookings/{orderId}/tickets.pdf", accept = "application/pdf")
    byte[] tickets(@PathVariable String orderId, @RequestHeader("Accept-Language") String language);

    /** Who bought at a box office; 404 when no address was given. */
    @GetExchange("/internal/box-office-buyers/{id}")
    Recipient boxOfficeBuyer(@PathVariable long id);

    /** 404 when there is no such link. */
    @GetExchange("/internal/handovers/{id}")
    HandoverFacts handover(@PathVariable String id);
}
