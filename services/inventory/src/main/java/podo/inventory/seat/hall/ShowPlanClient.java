package podo.inventory.seat.hall;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Fetches seat plans from the event service; 50,000 seats are too large for a message. */
interface ShowPlanClient {

    @GetExchange("/internal/events/{eventId}/plan")
    ShowPlan of(@PathVariable("eventId") long eventId);
}
