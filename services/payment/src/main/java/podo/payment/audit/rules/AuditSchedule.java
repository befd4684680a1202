package podo.payment.audit.rules;

import java.time.Duration;
import java.time.Instant;
import podo.payment.audit.evidence.OrderMoney;

/**
 * Which orders a scheduled audit looks up at the bank: those that changed within the hour every time, every older one once
 * an hour. With an audit each 5 min that is a twelfth of the older orders at a time, chosen by order id and time, without a column.
 *
 * @param every the pause between two audits
 * @param now the time of this audit
 */
record AuditSchedule(Duration every, Instant now) {

    private static final Duration HOUR = Duration.ofHours(1);

    boolean isDue(OrderMoney order) {
        return order.changedAt().isAfter(now.minus(HOUR))
                || Math.floorMod(order.orderId().hashCode(), slots()) == slot() % slots();
    }

    private int slots() {
        return (int) Math.max(1, HOUR.dividedBy(every));
    }

    private long slot() {
        return now.toEpochMilli() / every.toMillis();
    }
}
