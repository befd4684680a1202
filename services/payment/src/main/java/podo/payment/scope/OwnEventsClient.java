package podo.payment.scope;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Event: which events are an organiser's. */
interface OwnEventsClient {

    @GetExchange("/internal/organisers/{organiserId}/events")
    List<Long> eventsOf(@PathVariable long organiserId);
}
