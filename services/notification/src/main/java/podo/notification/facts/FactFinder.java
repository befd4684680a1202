package podo.notification.facts;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Asks the other services; empty for what is not there any more. Throws {@link FactsAway} while one does not answer. */
@Component
public class FactFinder {

    private final OrderFactsClient orders;
    private final RecipientClient recipients;

    FactFinder(OrderFactsClient orders, RecipientClient recipients) {
        this.orders = orders;
        this.recipients = recipients;
    }

    public Optional<OrderFacts> order(String orderId) {
        return ask("reservation", () -> orders.order(orderId));
    }

    public Optional<HandoverFacts> handover(String id) {
        return ask("reservation", () -> orders.handover(id));
    }

    public Optional<Recipient> recipient(long accountId) {
        return ask("user", () -> recipients.recipient(accountId));
    }

    public Optional<AccountMailFacts> accountMail(String mailId) {
        return ask("user", () -> recipients.accountMail(mailId));
    }

    private static <T> Optional<T> ask(String service, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        } catch (RestClientException | IllegalStateException e) {
            throw new FactsAway(service + ": " + e.getClass().getSimpleName());
        }
    }
}
