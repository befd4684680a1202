package podo.notification.letter;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.notification.facts.FactFinder;
import podo.notification.facts.Recipient;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letter about an order that was lost with a failure. Nobody knows more of it than its number, its sum and its fan. */
@Component
class LostOrderLetters {

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final PublicUrl site;

    LostOrderLetters(FactFinder facts, LetterRenderer renderer, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.site = site;
    }

    /** Empty when the account is not there any more, or came after the backup too. */
    Optional<Letter> write(QueuedMail mail) {
        return Optional.ofNullable(mail.accountId()).flatMap(facts::recipient).map(recipient -> write(mail, recipient));
    }

    private Letter write(QueuedMail mail, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        String amount = LetterWords.won(mail.amount() == null ? 0 : mail.amount());
        LetterPage page = new LetterPage(
                words.of("lost-order.subject"),
                words.of("lost-order.heading"),
                List.of(words.of("lost-order.text", amount), words.of("lost-order.seats")),
                List.of(
                        new LetterPage.Row(words.of("row.order"), mail.subject()),
                        new LetterPage.Row(words.of("row.amount.refund"), amount)),
                List.of(),
                new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                null);
        return renderer.render(page, recipient, List.of());
    }
}
