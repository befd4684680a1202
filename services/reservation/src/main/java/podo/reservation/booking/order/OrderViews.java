package podo.reservation.booking.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.order.search.OrderFilter;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.ticket.Tickets;

/** Makes the views of orders: the same for lists and for the single order, which has its tickets too. */
@Component
class OrderViews {

    private final OrderQuery orders;
    private final OrganiserBookings bookings;
    private final AccountNames names;
    private final Tickets tickets;

    OrderViews(OrderQuery orders, OrganiserBookings bookings, AccountNames names, Tickets tickets) {
        this.orders = orders;
        this.bookings = bookings;
        this.names = names;
        this.tickets = tickets;
    }

    OrderPage page(OrderFilter filter, int page, int size) {
        if (filter.search() != null) {
            names.learnNew();
        }
        OrderQuery.Found found = orders.find(filter, page, size);
        return OrderPage.of(of(found.rows()), page, size, found.total());
    }

    List<OrderView> of(List<OrderRow> rows) {
        Map<String, BookingView> found =
                bookings.findAll(rows.stream().map(OrderRow::reservationId).toList());
        Map<Long, KnownAccount> buyers =
                names.find(rows.stream().map(OrderRow::fanId).distinct().toList());
        return rows.stream()
                .filter(row -> found.containsKey(row.reservationId()))
                .map(row -> OrderView.of(
                        row,
                        Objects.requireNonNull(found.get(row.reservationId())),
                        Objects.requireNonNull(buyers.get(row.fanId())),
                        null))
                .toList();
    }

    OrderView of(OrderRow row) {
        List<OrderView.Ticket> issued = tickets.ofBooking(row.reservationId()).stream()
                .map(ticket -> new OrderView.Ticket(
                        ticket.id(), ticket.seatId(), ticket.code(), ticket.valid() ? "VALID" : "CANCELLED"))
                .toList();
        KnownAccount buyer =
                Objects.requireNonNull(names.find(List.of(row.fanId())).get(row.fanId()));
        return OrderView.of(row, bookings.find(row.orderId()), buyer, issued);
    }
}
