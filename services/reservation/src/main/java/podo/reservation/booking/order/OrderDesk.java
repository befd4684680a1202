package podo.reservation.booking.order;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.outbox.Outbox;
import podo.reservation.action.OrganiserAction.Kind;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.hands.SeatsLeaving;
import podo.reservation.hands.SeatsLeaving.Cause;

/** What an organiser does with one order. Each is written into the log in the transaction in which it happens. */
@Component
class OrderDesk {

    /** A second press within this time sends nothing more. */
    private static final Duration SENT_ONCE_IN = Duration.ofMinutes(1);

    private final OrderQuery orders;
    private final OrganiserBookings bookings;
    private final Tickets tickets;
    private final OrganiserActions actions;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    OrderDesk(
            OrderQuery orders,
            OrganiserBookings bookings,
            Tickets tickets,
            OrganiserActions actions,
            Outbox outbox,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.bookings = bookings;
        this.tickets = tickets;
        this.actions = actions;
        this.outbox = outbox;
        this.transaction = transaction;
        this.events = events;
    }

    @Transactional
    public void sendAgain(OrderRow order, long organiserId) {
        orders.lock(order);
        if (tickets.ofBooking(order.reservationId()).stream()
                .noneMatch(ticket -> ticket.valid() && ticket.holderId() == order.fanId())) {
            throw new NoTicketsToSend();
        }
        if (actions.wasDone(order.orderId(), Kind.TICKETS_SENT, SENT_ONCE_IN)) {
            return;
        }
        actions.record(order.eventId(), order.orderId(), organiserId, Kind.TICKETS_SENT, Map.of());
        outbox.send(new TicketsRequestedAgain(
                UUID.randomUUID().toString(),
                order.orderId(),
                order.reservationId(),
                order.eventId(),
                order.fanId(),
                TicketsRequestedAgain.Cause.ASKED));
    }

    /** One that finds all seats given back already changes nothing. */
    public void refund(
            OrderRow order, long organiserId, @Nullable List<Long> seatIds, boolean waiveFee, String reason) {
        List<Long> leaving = seatIds != null
                ? seatIds
                : bookings.find(order.orderId()).seats().stream()
                        .map(BookingView.SeatView::id)
                        .toList();
        events.publishEvent(new SeatsLeaving(leaving, Cause.REFUNDED));
        transaction.executeWithoutResult(commit -> refundNow(order, organiserId, seatIds, waiveFee, reason));
    }

    private void refundNow(
            OrderRow order, long organiserId, @Nullable List<Long> seatIds, boolean waiveFee, String reason) {
        bookings.refund(order.orderId(), seatIds, waiveFee, reason)
                .ifPresent(asked -> actions.record(
                        order.eventId(),
                        order.orderId(),
                        organiserId,
                        Kind.REFUNDED,
                        Map.of(
                                "cancellationId", asked.cancellationId(),
                                "refund", asked.refund().refund(),
                                "fee", asked.refund().fee(),
                                "reason", reason)));
    }

    /** Throws {@link NothingOwed} unless the box office owes the money, or has handed it back before. */
    @Transactional
    public void handedBack(OrderRow order, long organiserId) {
        orders.lock(order);
        Long owed = orders.owed(List.of(order.reservationId())).get(order.reservationId());
        if (owed != null) {
            actions.record(
                    order.eventId(),
                    order.orderId(),
                    organiserId,
                    Kind.HANDED_BACK,
                    Map.of("amount", owed.longValue()));
        } else if (actions.ofOrder(order.orderId()).stream()
                .noneMatch(done -> done.what().equals(Kind.HANDED_BACK.name()))) {
            throw new NothingOwed();
        }
    }

    @Transactional
    public void note(OrderRow order, long organiserId, @Nullable String note) {
        orders.setNote(order, note);
        Map<String, Object> detail = new HashMap<>();
        detail.put("note", note == null ? "" : note);
        actions.record(order.eventId(), order.orderId(), organiserId, Kind.NOTED, detail);
    }
}
