package podo.reservation.booking.hold;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;

/** Holds in the inventory. */
interface InventoryHoldClient {

    @GetExchange("/internal/holds/{holdId}")
    HoldSnapshot hold(@PathVariable String holdId);

    /** Releases the hold with the fan's own token; 409 when it is pinned for a payment. */
    @DeleteExchange("/api/holds/{holdId}")
    void release(@PathVariable String holdId, @RequestHeader(HttpHeaders.AUTHORIZATION) String fanAuthorization);
}
