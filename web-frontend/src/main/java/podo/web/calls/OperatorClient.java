package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What an organiser may see behind the counter: the auditor's report, and what no machine could decide (payment service). */
public interface OperatorClient {

    record Report(Instant at, long tookMillis, boolean ok, Checked checked, Sums sums, List<Finding> findings) {}

    record Checked(int orders, int tickets, int soldSeats, int events, int askedAtTheBank) {}

    /** Whole won; captured = ticketed + refunded + fees + on its way. */
    record Sums(long captured, long ticketed, long refunded, long fees, long onItsWay, long checking) {}

    record Finding(String rule, String subject, String detail) {}

    /** @param kind CHECKING for a charge whose end is unknown, REFUND for money that the bank refuses to give back */
    record Unresolved(
            String kind,
            String id,
            String orderId,
            long fanId,
            long eventId,
            long amount,
            @Nullable String paymentKey,
            Instant since,
            int tries,
            @Nullable String lastSeen) {

        public boolean isRefund() {
            return kind.equals("REFUND");
        }
    }

    @GetExchange("/api/audit")
    Report last();

    @PostExchange("/api/audit")
    Report auditNow();

    @GetExchange("/api/payments/unresolved")
    List<Unresolved> unresolved();

    @PostExchange("/api/payments/unresolved/orders/{orderId}/look")
    void askTheBank(@PathVariable String orderId);

    @PostExchange("/api/payments/unresolved/refunds/{id}/retry")
    void refundAgain(@PathVariable String id);
}
