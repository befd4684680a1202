package podo.reservation.booking.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.order.boxoffice.BoxOfficeSales;
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
    private final BoxOfficeSales sales;

    OrderViews(
            OrderQuery orders, OrganiserBookings bookings, AccountNames names, Tickets tickets, BoxOfficeSales sales) {
        this.orders = orders;
        this.bookings = bookings;
        this.names = names;
        this.tickets = tickets;
        this.sales = sales;
    }

    OrderPage page(OrderFilter filter, int page, int size) {
        if (filter.search() != null) {
            names.learnNew();
        }
        OrderQuery.Found found = orders.find(filter, page, size);
        return OrderPage.of(of(found.rows()), page, size, found);
    }

    List<OrderView> of(List<OrderRow> rows) {
        Map<String, BookingView> found =
                bookings.findAll(rows.stream().map(OrderRow::reservationId).toList());
        Map<Long, KnownAccount> buyers =
                names.find(rows.stream().map(OrderRow::fanId).distinct().toList());
        Map<Long, BoxOfficeSales.Sale> sold =
                sales.ofBuyers(rows.stream().map(OrderRow::fanId).toList());
        Map<String, Long> owed = owed(rows);
        return rows.stream()
                .filter(row -> found.containsKey(row.reservationId()))
                .map(row -> OrderView.of(
                        row,
                        Objects.requireNonNull(found.get(row.reservationId())),
                        Objects.requireNonNull(buyers.get(row.fanId())),
                        null,
                        sold.get(row.fanId()),
                        owed.get(row.reservationId())))
                .toList();
    }

    /** By booking; only what a box office sold is asked for. */
    private Map<String, Long> owed(List<OrderRow> rows) {
        return orders.owed(rows.stream()
                .filter(row -> BoxOfficeBuyers.isOne(row.fanId()))
                .map(OrderRow::reservationId)
                .toList());
    }

    OrderView of(OrderRow row) {
        List<Tickets.IssuedTicket> issued = tickets.ofBooking(row.reservationId());
        Map<Long, KnownAccount> named =
                names.find(Stream.concat(Stream.of(row.fanId()), issued.stream().map(Tickets.IssuedTicket::holderId))
                        .distinct()
                        .toList());
        List<OrderView.Ticket> views = issued.stream()
                .map(ticket -> new OrderView.Ticket(
                        ticket.id(),
                        ticket.seatId(),
                        ticket.code(),
                        ticket.valid() ? "VALID" : "CANCELLED",
                        ticket.used(),
                        ticket.name(),
                        ticket.holderId() == row.fanId() ? null : person(named, ticket.holderId())))
                .toList();
        return OrderView.of(
                row,
                bookings.find(row.orderId()),
                Objects.requireNonNull(named.get(row.fanId())),
                views,
                sales.ofBuyer(row.fanId()).orElse(null),
                owed(List.of(row)).get(row.reservationId()));
    }

    private static OrderView.Buyer person(Map<Long, KnownAccount> named, long id) {
        KnownAccount account = Objects.requireNonNull(named.get(id));
        return new OrderView.Buyer(account.name(), account.email());
    }
}
