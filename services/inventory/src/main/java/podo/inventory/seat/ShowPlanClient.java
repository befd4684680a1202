package podo.inventory.seat;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The event service's plans; too large for a message, so they are fetched. */
interface ShowPlanClient {

    @GetExchange("/internal/events/{eventId}/plan")
    ShowPlan of(@PathVariable("eventId") long eventId);
}
