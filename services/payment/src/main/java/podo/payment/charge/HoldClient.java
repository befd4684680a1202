package podo.payment.charge;

import java.time.Instant;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What inventory does with a hold while its money is on the way. */
interface HoldClient {

    record Pin(Instant pinnedUntil) {}

    /** One conditional update over there; 409 when the hold has lapsed. */
    @PostExchange("/internal/holds/{holdId}/pin")
    Pin pin(@PathVariable String holdId);

    @DeleteExchange("/internal/holds/{holdId}/pin")
    void unpin(@PathVariable String holdId);
}
