package podo.payment.audit.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All rows that the audit compares, read one after the other; what changed meanwhile is read again before it counts. */
public record AuditEvidence(
        List<OrderMoney> orders,
        List<TicketAuditClient.Ticket> tickets,
        List<SeatAuditClient.Sold> sold,
        List<SeatAuditClient.Hall> halls,
        List<SeatAuditClient.Plan> plans,
        List<PriceAuditClient.Advertised> advertised,
        GiveBackFacts giveBacks,
        List<TicketAuditClient.CodeUse> codes) {

    /** What there is without codes. */
    public AuditEvidence(
            List<OrderMoney> orders,
            List<TicketAuditClient.Ticket> tickets,
            List<SeatAuditClient.Sold> sold,
            List<SeatAuditClient.Hall> halls,
            List<SeatAuditClient.Plan> plans,
            List<PriceAuditClient.Advertised> advertised,
            GiveBackFacts giveBacks) {
        this(orders, tickets, sold, halls, plans, advertised, giveBacks, List.of());
    }

    public Map<String, OrderMoney> byOrder() {
        return orders.stream().collect(Collectors.toMap(OrderMoney::orderId, order -> order));
    }

    public Map<String, List<TicketAuditClient.Ticket>> ticketsByOrder() {
        return tickets.stream().collect(Collectors.groupingBy(TicketAuditClient.Ticket::orderId));
    }

    public Map<Long, List<TicketAuditClient.Ticket>> ticketsBySeat() {
        return tickets.stream().collect(Collectors.groupingBy(TicketAuditClient.Ticket::seatId));
    }

    public Map<Long, SeatAuditClient.Sold> soldBySeat() {
        return sold.stream().collect(Collectors.toMap(SeatAuditClient.Sold::seatId, seat -> seat, (one, two) -> one));
    }
}
