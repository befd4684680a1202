package podo.payment.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Which orders the bank is asked about in this round: the fresh ones in each, every older one once an hour. Ten thousand
 * orders of yesterday are then some hundred questions a round, and which is whose turn needs no column: it follows
 * from the order's id and the time.
 *
 * @param every the pause between two rounds
 */
record AuditSchedule(Duration every, Instant now) {

    private static final Duration HOUR = Duration.ofHours(1);

    boolean isTurnOf(OrderMoney order) {
        return order.changedAt().isAfter(now.minus(HOUR))
                || Math.floorMod(order.orderId().hashCode(), rounds()) == round() % rounds();
    }

    private int rounds() {
        return (int) Math.max(1, HOUR.dividedBy(every));
    }

    private long round() {
        return now.toEpochMilli() / every.toMillis();
    }
}
