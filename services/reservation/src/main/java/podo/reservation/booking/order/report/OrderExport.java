package podo.reservation.booking.order.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.order.boxoffice.BoxOfficeSales;
import podo.reservation.booking.order.search.OrderFilter;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.booking.ticket.Tickets.IssuedTicket;

/** An event's orders seat by seat, oldest first, some hundred orders at a time. */
@Component
class OrderExport {

    /**
     * One seat of an order; money in whole won.
     *
     * @param kind of ticket; null for the usual one
     * @param seatStatus BOOKED, GIVEN_BACK or REFUNDED
     * @param ticket its code; null while there is none
     * @param ticketName that stands on the ticket; null while it is its holder's
     * @param soldAt CASH, CARD or COMPLIMENTARY at the box office; null for an order of a fan
     * @param partlyCancelled whether some seats of the order were given back and some are kept
     * @param way as {@code soldAt}; else BANK, or FREE for an order that cost nothing
     * @param code that the buyer used; null for none
     * @param used whether the ticket has let somebody in
     */
    record Line(
            String orderId,
            Instant createdAt,
            BookingStatus status,
            String name,
            String email,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            long price,
            String seatStatus,
            @Nullable String ticket,
            @Nullable String note,
            @Nullable String soldAt,
            @Nullable String ticketName,
            boolean partlyCancelled,
            String way,
            @Nullable String code,
            boolean used) {}

    /** @param last the order that the next page begins after; null when there is no next one */
    record LinePage(List<Line> lines, @Nullable String last) {}

    private static final String FREE = "FREE";

    private final OrderQuery orders;
    private final OrganiserBookings bookings;
    private final AccountNames names;
    private final Tickets tickets;
    private final BoxOfficeSales sales;

    OrderExport(
            OrderQuery orders, OrganiserBookings bookings, AccountNames names, Tickets tickets, BoxOfficeSales sales) {
        this.orders = orders;
        this.bookings = bookings;
        this.names = names;
        this.tickets = tickets;
        this.sales = sales;
    }

    LinePage page(OrderFilter filter, @Nullable OrderRow after, int size) {
        List<OrderRow> rows = orders.findAfter(filter, after, size);
        List<String> ids = rows.stream().map(OrderRow::reservationId).toList();
        Map<String, BookingView> found = bookings.findAll(ids);
        Map<Long, KnownAccount> buyers =
                names.find(rows.stream().map(OrderRow::fanId).distinct().toList());
        Map<Long, BoxOfficeSales.Sale> sold =
                sales.ofBuyers(rows.stream().map(OrderRow::fanId).toList());
        Map<String, Map<Long, IssuedTicket>> issued = tickets.ofBookings(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .collect(Collectors.toMap(IssuedTicket::seatId, Function.identity()))));
        List<Line> lines = rows.stream()
                .filter(row -> found.containsKey(row.reservationId()))
                .flatMap(row -> Objects.requireNonNull(found.get(row.reservationId())).seats().stream()
                        .map(seat -> line(
                                row,
                                Objects.requireNonNull(found.get(row.reservationId())),
                                Objects.requireNonNull(buyers.get(row.fanId())),
                                sold.get(row.fanId()),
                                seat,
                                issued.getOrDefault(row.reservationId(), Map.of())
                                        .get(seat.id()))))
                .toList();
        return new LinePage(lines, rows.size() < size ? null : rows.getLast().orderId());
    }

    private static Line line(
            OrderRow row,
            BookingView booking,
            KnownAccount buyer,
            BoxOfficeSales.@Nullable Sale sale,
            BookingView.SeatView seat,
            @Nullable IssuedTicket ticket) {
        return new Line(
                row.orderId(),
                row.createdAt(),
                booking.status(),
                buyer.name(),
                buyer.email(),
                seat.section(),
                seat.row(),
                seat.number(),
                seat.grade(),
                seat.kind(),
                seat.price(),
                seat.status().name(),
                ticket == null ? null : ticket.code(),
                row.note(),
                sale == null ? null : sale.way().name(),
                ticket == null ? null : ticket.name(),
                booking.status() == BookingStatus.CONFIRMED
                        && booking.seats().stream().anyMatch(other -> !other.kept()),
                sale != null ? sale.way().name() : booking.amount() > 0 ? MoneyReport.BANK : FREE,
                booking.code(),
                ticket != null && ticket.used());
    }
}
