package podo.payment.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that is compared, read within a moment; what moved meanwhile is read again before it is called a finding. */
record Evidence(
        List<OrderMoney> orders, List<TicketOffice.Ticket> tickets, List<Halls.Sold> sold, List<Halls.Hall> halls) {

    Map<String, OrderMoney> byOrder() {
        return orders.stream().collect(Collectors.toMap(OrderMoney::orderId, order -> order));
    }

    Map<String, List<TicketOffice.Ticket>> ticketsByOrder() {
        return tickets.stream().collect(Collectors.groupingBy(TicketOffice.Ticket::orderId));
    }

    Map<Long, List<TicketOffice.Ticket>> ticketsBySeat() {
        return tickets.stream().collect(Collectors.groupingBy(TicketOffice.Ticket::seatId));
    }

    Map<Long, Halls.Sold> soldBySeat() {
        return sold.stream().collect(Collectors.toMap(Halls.Sold::seatId, seat -> seat, (one, two) -> one));
    }
}
