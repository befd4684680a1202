package podo.notification.facts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Orders, at reservation. */
interface OrderFactsClient {

    /** 404 when there is no such order. */
    @GetExchange("/internal/bookings/{orderId}/view")
    OrderFacts order(@PathVariable String orderId);

    /** 404 when there is no such link. */
    @GetExchange("/internal/handovers/{id}")
    HandoverFacts handover(@PathVariable String id);
}
