package podo.payment.audit;

import java.time.Instant;
import java.util.List;

/** What an audit looked at and found; amounts in whole won. */
record AuditReport(Instant at, long tookMillis, boolean ok, Checked checked, Sums sums, List<AuditFinding> findings) {

    record Checked(int orders, int tickets, int soldSeats, int events, int askedAtTheBank) {}

    /** captured = ticketed + refunded + fees + on its way; checking is what the bank has not decided. */
    record Sums(long captured, long ticketed, long refunded, long fees, long onItsWay, long checking) {}
}
