package podo.notification.facts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Seats for those who asked for returned ones, at reservation. */
interface SeatNewsClient {

    /** 404 when there is no such offer. */
    @GetExchange("/internal/give-back-offers/{id}")
    SeatNewsFacts.Offered offer(@PathVariable String id);

    /** 404 for a show that reservation does not know. */
    @GetExchange("/internal/shows/{eventId}")
    SeatNewsFacts.Show show(@PathVariable String eventId);
}
