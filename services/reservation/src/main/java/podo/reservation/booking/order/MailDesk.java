package podo.reservation.booking.order;

import java.util.Map;
import org.springframework.stereotype.Component;
import podo.reservation.action.OrganiserAction.Kind;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.order.mail.OrderMails;
import podo.reservation.booking.order.search.OrderRow;

/** Has a mail of an order sent again, and writes down who wanted it. */
@Component
class MailDesk {

    private final OrderMails mails;
    private final OrganiserActions actions;

    MailDesk(OrderMails mails, OrganiserActions actions) {
        this.mails = mails;
        this.actions = actions;
    }

    void sendAgain(OrderRow order, long mailId, long organiserId) {
        mails.sendAgain(order.orderId(), mailId);
        actions.record(order.eventId(), order.orderId(), organiserId, Kind.MAIL_SENT, Map.of("mailId", mailId));
    }
}
