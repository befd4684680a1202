package podo.payment.audit.evidence;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Reservation: the give-backs that ended with a sale; money in whole won. */
public interface GiveBackAuditClient {

    /** @param cancellationId of the giver's refund; empty when the giver had cancelled the seat before it was sold */
    record Sold(String id, String giverOrder, String buyerOrder, long seatId, long price, String cancellationId) {}

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/give-backs")
    List<Sold> giveBacks(@RequestParam String after, @RequestParam int limit);
}
