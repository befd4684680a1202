package podo.notification.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingEnd;
import podo.notification.facts.FactFinder;
import podo.notification.facts.HandoverFacts;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letters about tickets that were handed over. Giver and receiver learn each other's name; the receiver learns no price and no order. */
@Component
class HandoverLetters {

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final PublicUrl site;

    HandoverLetters(FactFinder facts, LetterRenderer renderer, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.site = site;
    }

    Optional<Letter> write(QueuedMail mail) {
        OrderFacts order = facts.order(mail.subject()).orElse(null);
        if (order == null || mail.accountId() == null) {
            return Optional.empty();
        }
        return facts.recipient(mail.accountId()).map(recipient -> write(mail, order, recipient));
    }

    private Letter write(QueuedMail mail, OrderFacts order, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        String key = wordsOf(mail, order);
        OrderFacts.BookedEvent event = order.booking().event();
        HandoverFacts hands = mail.kind() == MailKind.HANDED_OVER || mail.kind() == MailKind.HANDOVER_RECEIVED
                ? facts.handover(MailKind.idOf(mail.key())).orElse(null)
                : null;
        List<Long> seatIds = hands == null ? mail.seatIds() : hands.seatIds();
        LetterPage page = new LetterPage(
                words.of(key + ".subject", words.title(event)),
                words.of(key + ".heading"),
                List.of(words.of(
                        key + ".text", LetterWords.person(words.title(event)), nameOfOther(mail, hands, words))),
                EventRows.of(words, event),
                order.seats(seatIds).stream().map(words::seatWithoutPrice).toList(),
                new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                words.of(key + ".note"));
        return renderer.render(page, recipient, List.of());
    }

    private String nameOfOther(QueuedMail mail, @Nullable HandoverFacts hands, LetterWords words) {
        if (hands == null) {
            return "";
        }
        Long other = mail.kind() == MailKind.HANDED_OVER ? hands.receiverId() : Long.valueOf(hands.giverId());
        return Optional.ofNullable(other)
                .flatMap(facts::recipient)
                .map(account -> LetterWords.person(account.name()))
                .orElseGet(() -> words.of("somebody"));
    }

    /** Why tickets let nobody in any more: the show is known, who paid how much is not told. */
    private static String wordsOf(QueuedMail mail, OrderFacts order) {
        return mail.kind() == MailKind.HELD_ENDED && order.booking().endedBecause() == BookingEnd.EVENT_CANCELLED
                ? "held-cancelled"
                : mail.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
