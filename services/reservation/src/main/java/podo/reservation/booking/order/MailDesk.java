package podo.reservation.booking.order;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import podo.reservation.action.OrganiserAction.Kind;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.order.mail.OrderMail;
import podo.reservation.booking.order.mail.OrderMails;
import podo.reservation.booking.order.search.OrderRow;

/** Has a mail of an order sent again, and writes down who wanted it. */
@Component
class MailDesk {

    private final OrderMails mails;
    private final OrderViews views;
    private final OrganiserActions actions;

    MailDesk(OrderMails mails, OrderViews views, OrganiserActions actions) {
        this.mails = mails;
        this.views = views;
        this.actions = actions;
    }

    /** Throws {@link MailOutdated} for one that would not be sent. */
    void sendAgain(OrderRow order, long mailId, long organiserId) {
        List<OrderMail> known = mails.findOrNone(order.orderId());
        if (known != null
                && known.stream()
                        .filter(mail -> mail.id() == mailId)
                        .anyMatch(mail -> !MailTruth.holds(mail.kind(), views.of(order)))) {
            throw new MailOutdated();
        }
        mails.sendAgain(order.orderId(), mailId);
        actions.record(order.eventId(), order.orderId(), organiserId, Kind.MAIL_SENT, Map.of("mailId", mailId));
    }
}
