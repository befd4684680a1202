package podo.payment.audit;

import java.time.Instant;
import java.util.List;
import podo.payment.audit.rules.AuditFinding;

/** What an audit compared and found; amounts in whole won. */
record AuditReport(Instant at, long tookMillis, boolean ok, Checked checked, Sums sums, List<AuditFinding> findings) {

    record Checked(int orders, int tickets, int soldSeats, int events, int askedAtTheBank) {}

    /** captured = ticketed + refunded + fees + onItsWay (refunds not yet done); checking: amounts the bank has not decided. */
    record Sums(long captured, long ticketed, long refunded, long fees, long onItsWay, long checking) {}
}
