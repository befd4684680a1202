package podo.payment.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import podo.payment.audit.rules.AuditFinding;
import podo.payment.scope.EventScope;

/**
 * What an audit compared and found; amounts in whole won.
 *
 * @param events the same numbers event by event; empty in reports from before they were kept
 */
record AuditReport(
        Instant at,
        long tookMillis,
        boolean ok,
        Checked checked,
        Sums sums,
        List<AuditFinding> findings,
        List<EventShare> events) {

    /** Null-safe, because a stored report may be of an older version. */
    @SuppressWarnings("NullAway")
    AuditReport {
        events = Objects.requireNonNullElse(events, List.of());
    }

    record Checked(int orders, int tickets, int soldSeats, int events, int askedAtTheBank) {

        static final Checked NONE = new Checked(0, 0, 0, 0, 0);

        Checked plus(Checked more) {
            return new Checked(
                    orders + more.orders,
                    tickets + more.tickets,
                    soldSeats + more.soldSeats,
                    events + more.events,
                    askedAtTheBank + more.askedAtTheBank);
        }
    }

    /** captured = ticketed + refunded + fees + onItsWay (refunds not yet done); checking: amounts the bank has not decided. */
    record Sums(long captured, long ticketed, long refunded, long fees, long onItsWay, long checking) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

        Sums plus(Sums more) {
            return new Sums(
                    captured + more.captured,
                    ticketed + more.ticketed,
                    refunded + more.refunded,
                    fees + more.fees,
                    onItsWay + more.onItsWay,
                    checking + more.checking);
        }
    }

    /** The part of one event. */
    record EventShare(long eventId, Checked checked, Sums sums) {}

    static AuditReport of(Instant at, long tookMillis, List<AuditFinding> findings, List<EventShare> events) {
        return new AuditReport(
                at,
                tookMillis,
                findings.isEmpty(),
                events.stream().map(EventShare::checked).reduce(Checked.NONE, Checked::plus),
                events.stream().map(EventShare::sums).reduce(Sums.NONE, Sums::plus),
                findings,
                events);
    }

    /** The part that these events have in it. */
    AuditReport within(EventScope scope) {
        return scope.isAll()
                ? this
                : of(
                        at,
                        tookMillis,
                        findings.stream()
                                .filter(finding -> scope.covers(finding.eventId()))
                                .toList(),
                        events.stream()
                                .filter(event -> scope.covers(event.eventId()))
                                .toList());
    }
}
