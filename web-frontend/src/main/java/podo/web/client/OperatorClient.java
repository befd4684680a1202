package podo.web.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The audit report, and payments and refunds that need a person's decision, at the payment service. */
public interface OperatorClient {

    record Report(Instant at, long tookMillis, boolean ok, Checked checked, Sums sums, List<Finding> findings) {}

    record Checked(int orders, int tickets, int soldSeats, int events, int askedAtTheBank) {}

    /** Whole won; captured = ticketed + refunded + fees + onItsWay. */
    record Sums(long captured, long ticketed, long refunded, long fees, long onItsWay, long checking) {}

    record Finding(String rule, String subject, String detail) {}

    /** @param kind CHECKING for a charge whose outcome is unknown, REFUND for a refund that the bank refuses */
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
    Report lastReport();

    @PostExchange("/api/audit")
    Report runAudit();

    @GetExchange("/api/payments/unresolved")
    List<Unresolved> unresolved();

    @PostExchange("/api/payments/unresolved/orders/{orderId}/look")
    void recheckOrder(@PathVariable String orderId);

    @PostExchange("/api/payments/unresolved/refunds/{id}/retry")
    void retryRefund(@PathVariable String id);
}
