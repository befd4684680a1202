package podo.reservation.booking.hold;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Holds in the inventory. */
interface InventoryHoldClient {

    @GetExchange("/internal/holds/{holdId}")
    HoldSnapshot hold(@PathVariable String holdId);

    /** How these holds stand; unknown ones are left out. */
    @PostExchange("/internal/holds/states")
    List<HoldState> states(@RequestBody List<String> holdIds);

    /** Releases the hold with the fan's own token; 409 when it is pinned for a payment. */
    @DeleteExchange("/api/holds/{holdId}")
    void release(@PathVariable String holdId, @RequestHeader(HttpHeaders.AUTHORIZATION) String fanAuthorization);
}
