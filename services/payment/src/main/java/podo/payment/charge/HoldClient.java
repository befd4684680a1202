package podo.payment.charge;

import java.time.Instant;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Inventory: keeps a hold alive while its payment is being decided. */
interface HoldClient {

    record Pin(Instant pinnedUntil) {}

    /** 409 when the hold has lapsed, 404 when there is none. */
    @PostExchange("/internal/holds/{holdId}/pin")
    Pin pin(@PathVariable String holdId);

    @DeleteExchange("/internal/holds/{holdId}/pin")
    void unpin(@PathVariable String holdId);
}
