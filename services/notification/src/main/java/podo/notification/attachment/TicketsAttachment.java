package podo.notification.attachment;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.notification.facts.FactFinder;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;

/** The tickets on A4, as reservation prints them: the codes are signed there, and nowhere else. */
@Component
@Order(0)
class TicketsAttachment implements OrderAttachment {

    private final FactFinder facts;

    TicketsAttachment(FactFinder facts) {
        this.facts = facts;
    }

    @Override
    public Optional<LetterAttachment> of(OrderFacts order, Recipient recipient) {
        return facts.tickets(order.booking().orderId(), recipient.locale())
                .map(file -> new LetterAttachment("podo-tickets.pdf", "application/pdf", file));
    }
}
