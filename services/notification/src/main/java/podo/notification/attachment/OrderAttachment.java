package podo.notification.attachment;

import java.util.Optional;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;

/** Makes a file that goes along with the mail of an order's tickets. Each bean of this type is asked, in Spring's order. */
public interface OrderAttachment {

    /** Empty when there is nothing to attach. Throws {@link podo.notification.facts.FactsAway} when the mail is to be tried again soon. */
    Optional<LetterAttachment> of(OrderFacts order, Recipient recipient);
}
