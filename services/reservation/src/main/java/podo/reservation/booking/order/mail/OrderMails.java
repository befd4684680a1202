package podo.reservation.booking.order.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;

/** Asks what became of the mails of an order, and has one sent again. An order is shown without them while the mail service does not answer. */
@Component
public class OrderMails {

    private static final Logger log = LoggerFactory.getLogger(OrderMails.class);

    private final OrderMailClient mails;

    OrderMails(OrderMailClient mails) {
        this.mails = mails;
    }

    /** Newest first; null while the mail service does not answer. */
    public @Nullable List<OrderMail> findOrNone(String orderId) {
        try {
            return mails.ofOrder(orderId);
        } catch (RestClientException | IllegalStateException e) {
            log.warn("The mails of order {} could not be read: {}", orderId, e.toString());
            return null;
        }
    }

    /** Throws {@link NotFound} for a mail of another order. */
    public void sendAgain(String orderId, long mailId) {
        try {
            mails.sendAgain(orderId, mailId);
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotFound();
        } catch (RestClientException | IllegalStateException e) {
            throw new Unavailable();
        }
    }
}
