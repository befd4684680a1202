package podo.reservation.booking.order.report;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Payment: the ledger of an event; amounts in whole won. */
interface LedgerClient {

    /**
     * @param kind CAPTURED or REFUNDED
     * @param fee what was kept when these seats were refunded
     * @param seatIds empty for money that was captured in vain and for its refund
     */
    record Movement(long id, String orderId, String kind, long amount, long fee, Instant at, List<Long> seatIds) {}

    /** @param last where the next page begins; empty when there is none */
    record LedgerPage(List<Movement> movements, String last) {}

    @GetExchange("/internal/events/{eventId}/ledger")
    LedgerPage page(@PathVariable long eventId, @RequestParam String after);
}
