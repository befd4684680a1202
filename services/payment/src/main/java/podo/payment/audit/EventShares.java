package podo.payment.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podo.contracts.inventory.SeatIds;
import podo.payment.audit.AuditReport.Checked;
import podo.payment.audit.AuditReport.EventShare;
import podo.payment.audit.AuditReport.Sums;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.OrderMoney;

/** Adds the evidence of an audit up event by event. */
final class EventShares {

    private final Map<Long, Checked> checked = new TreeMap<>();
    private final Map<Long, Sums> sums = new TreeMap<>();

    private EventShares() {}

    /** @param asked the orders that the bank was asked about */
    static List<EventShare> of(AuditEvidence evidence, List<OrderMoney> asked) {
        EventShares shares = new EventShares();
        for (OrderMoney order : evidence.orders()) {
            shares.count(order.eventId(), new Checked(1, 0, 0, 0, 0));
            shares.sums.merge(order.eventId(), sumsOf(order), Sums::plus);
        }
        evidence.tickets().forEach(ticket -> {
            shares.count(ticket.eventId(), new Checked(0, 1, 0, 0, 0));
            shares.sums.merge(ticket.eventId(), new Sums(0, ticket.price(), 0, 0, 0, 0), Sums::plus);
        });
        evidence.sold().forEach(seat -> shares.count(SeatIds.eventId(seat.seatId()), new Checked(0, 0, 1, 0, 0)));
        evidence.halls().forEach(hall -> shares.count(hall.eventId(), new Checked(0, 0, 0, 1, 0)));
        asked.forEach(order -> shares.count(order.eventId(), new Checked(0, 0, 0, 0, 1)));
        return shares.checked.entrySet().stream()
                .map(event -> new EventShare(
                        event.getKey(), event.getValue(), shares.sums.getOrDefault(event.getKey(), Sums.NONE)))
                .toList();
    }

    private void count(long eventId, Checked more) {
        checked.merge(eventId, more, Checked::plus);
    }

    private static Sums sumsOf(OrderMoney order) {
        return new Sums(
                order.ledgerCaptured() + order.surplusCaptured(),
                0,
                order.ledgerRefunded() + order.surplusRefunded(),
                order.fees(),
                order.pendingRefunds(),
                order.isChecking() ? order.amount() : 0);
    }
}
