package podo.reservation.waitingroom.history;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Payment: the sums of an event. */
interface TakingsClient {

    @GetExchange("/internal/events/{eventId}/takings")
    Takings takings(@PathVariable long eventId);
}
