package podo.reservation.booking.order.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Payment: the ledger of an event; amounts in whole won. */
interface LedgerClient {

    /**
     * @param kind CAPTURED or REFUNDED
     * @param way BANK, or CASH or CARD at a box office; null from a payment service that knows the bank only
     * @param fee what was kept when these seats were refunded
     * @param seatIds empty for money that was captured in vain and for its refund
     */
    record Movement(
            long id,
            String orderId,
            String kind,
            @Nullable String way,
            long amount,
            long fee,
            Instant at,
            List<Long> seatIds) {

        String wayOrBank() {
            return way == null ? MoneyReport.BANK : way;
        }
    }

    /** @param last where the next page begins; empty when there is none */
    record LedgerPage(List<Movement> movements, String last) {}

    @GetExchange("/internal/events/{eventId}/ledger")
    LedgerPage page(@PathVariable long eventId, @RequestParam String after);
}
