package podo.reservation.booking.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.order.history.OrderEvent;
import podo.reservation.booking.order.history.OrderHistory;
import podo.reservation.booking.order.mail.OrderMail;
import podo.reservation.booking.order.mail.OrderMails;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.refund.RefundTable;

/** One order with its past and its mails, and with what a refund of it would bring. */
@Component
class OrderPasts {

    /**
     * @param historyComplete false when payment did not answer and its part is missing
     * @param mails newest first; null when the mail service did not answer
     */
    record OrderWithPast(
            @JsonUnwrapped OrderView order,
            List<OrderEvent> history,
            boolean historyComplete,
            @Nullable List<ListedMail> mails) {}

    /** @param sendable whether it can be sent again: it was sent or given up, and what it says still holds */
    record ListedMail(@JsonUnwrapped OrderMail mail, boolean sendable) {}

    private final OrderViews views;
    private final OrderHistory history;
    private final OrderMails mails;
    private final OrganiserBookings bookings;

    OrderPasts(OrderViews views, OrderHistory history, OrderMails mails, OrganiserBookings bookings) {
        this.views = views;
        this.history = history;
        this.mails = mails;
        this.bookings = bookings;
    }

    OrderWithPast of(OrderRow order) {
        OrderHistory.Past past = history.of(order);
        OrderView view = views.of(order);
        return new OrderWithPast(view, past.events(), past.complete(), listed(mails.findOrNone(order.orderId()), view));
    }

    private static @Nullable List<ListedMail> listed(@Nullable List<OrderMail> found, OrderView order) {
        return found == null
                ? null
                : found.stream()
                        .map(mail -> new ListedMail(mail, mail.isOver() && MailTruth.holds(mail.kind(), order)))
                        .toList();
    }

    RefundTable.Refund preview(OrderRow order, @Nullable List<Long> seatIds, boolean waiveFee) {
        return bookings.preview(order.orderId(), seatIds, waiveFee);
    }
}
