package podo.payment.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that is compared, read within a moment; what moved meanwhile is read again before it is called a finding. */
record AuditEvidence(
        List<OrderMoney> orders,
        List<TicketAuditClient.Ticket> tickets,
        List<SeatAuditClient.Sold> sold,
        List<SeatAuditClient.Hall> halls) {

    Map<String, OrderMoney> byOrder() {
        return orders.stream().collect(Collectors.toMap(OrderMoney::orderId, order -> order));
    }

    Map<String, List<TicketAuditClient.Ticket>> ticketsByOrder() {
        return tickets.stream().collect(Collectors.groupingBy(TicketAuditClient.Ticket::orderId));
    }

    Map<Long, List<TicketAuditClient.Ticket>> ticketsBySeat() {
        return tickets.stream().collect(Collectors.groupingBy(TicketAuditClient.Ticket::seatId));
    }

    Map<Long, SeatAuditClient.Sold> soldBySeat() {
        return sold.stream().collect(Collectors.toMap(SeatAuditClient.Sold::seatId, seat -> seat, (one, two) -> one));
    }
}
