package podo.notification.facts;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.contracts.reservation.BoxOfficeBuyers;

/** Asks the other services; empty for what is not there any more. Throws {@link FactsAway} while one does not answer. */
@Component
public class FactFinder {

    private final OrderFactsClient orders;
    private final RecipientClient recipients;
    private final SeatNewsClient seatNews;

    FactFinder(OrderFactsClient orders, RecipientClient recipients, SeatNewsClient seatNews) {
        this.orders = orders;
        this.recipients = recipients;
        this.seatNews = seatNews;
    }

    public Optional<OrderFacts> order(String orderId) {
        return ask("reservation", () -> orders.order(orderId));
    }

    /** The valid tickets that the buyer holds, as a PDF in this language. */
    public Optional<byte[]> tickets(String orderId, Locale language) {
        return ask("reservation", () -> orders.tickets(orderId, language.getLanguage()));
    }

    public Optional<HandoverFacts> handover(String id) {
        return ask("reservation", () -> orders.handover(id));
    }

    /** Of an account, or of somebody who bought at a box office; empty without an address. */
    public Optional<Recipient> recipient(long accountId) {
        return BoxOfficeBuyers.isOne(accountId)
                ? ask("reservation", () -> orders.boxOfficeBuyer(accountId))
                : ask("user", () -> recipients.recipient(accountId));
    }

    public Optional<AccountMailFacts> accountMail(String mailId) {
        return ask("user", () -> recipients.accountMail(mailId));
    }

    /** What is known of an offer of a seat. */
    public Optional<SeatNewsFacts.Offered> seatOffer(String offerId) {
        return ask("reservation", () -> seatNews.offer(offerId));
    }

    public Optional<SeatNewsFacts.Show> show(String eventId) {
        return ask("reservation", () -> seatNews.show(eventId));
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
