package podo.notification.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.notification.attachment.LetterAttachment;
import podo.notification.facts.FactFinder;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/**
 * Writes the letters about seats that the organiser moved, to the buyer and to whoever holds a handed-over ticket: where the seats were, where
 * they are, and that old tickets let nobody in. The buyer gets the new ones with it.
 */
@Component
class MoveLetters {

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final LetterFiles files;
    private final PublicUrl site;

    MoveLetters(FactFinder facts, LetterRenderer renderer, LetterFiles files, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.files = files;
        this.site = site;
    }

    /** Empty when the buyer has no tickets of the order any more. */
    Optional<Letter> write(QueuedMail mail) {
        OrderFacts order = facts.order(mail.subject()).orElse(null);
        if (order == null) {
            return Optional.empty();
        }
        if (mail.kind() == MailKind.HELD_MOVED) {
            return mail.accountId() == null
                    ? Optional.empty()
                    : facts.recipient(mail.accountId()).map(recipient -> toHolder(mail, order, recipient));
        }
        return order.booking().status() != BookingStatus.CONFIRMED
                        || order.bookedSeats().isEmpty()
                ? Optional.empty()
                : facts.recipient(order.fanId()).map(recipient -> toBuyer(mail, order, recipient));
    }

    private Letter toBuyer(QueuedMail mail, OrderFacts order, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        OrderFacts.BookedEvent event = order.booking().event();
        List<LetterAttachment> attached = files.of(mail, order, recipient);
        boolean isWithoutAccount = BoxOfficeBuyers.isOne(order.fanId());
        List<LetterPage.Row> rows = EventRows.of(words, event);
        rows.add(new LetterPage.Row(words.of("row.order"), order.booking().orderId()));
        LetterPage page = new LetterPage(
                words.of("seats-moved.subject", words.title(event)),
                words.of("seats-moved.heading"),
                List.of(
                        moved(words, "seats-moved", event, order.movesOf(MailKind.idOf(mail.key()))),
                        words.of("moved.codes." + placeOfTickets(attached, isWithoutAccount))),
                rows,
                order.bookedSeats().stream().map(words::seat).toList(),
                isWithoutAccount ? null : new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                words.of("seats-moved.note"));
        return renderer.render(page, recipient, attached);
    }

    /** No price, and no file: reservation prints the tickets of buyers alone. */
    private Letter toHolder(QueuedMail mail, OrderFacts order, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        OrderFacts.BookedEvent event = order.booking().event();
        List<OrderFacts.Move> moves = order.movesOf(MailKind.idOf(mail.key()).split(":")[0]).stream()
                .filter(move -> mail.seatIds().contains(move.to().id()))
                .toList();
        LetterPage page = new LetterPage(
                words.of("held-moved.subject", words.title(event)),
                words.of("held-moved.heading"),
                List.of(moved(words, "held-moved", event, moves), words.of("moved.codes.site")),
                EventRows.of(words, event),
                order.seats(mail.seatIds()).stream()
                        .map(words::seatWithoutPrice)
                        .toList(),
                new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                null);
        return renderer.render(page, recipient, List.of());
    }

    private static String placeOfTickets(List<LetterAttachment> attached, boolean isWithoutAccount) {
        if (attached.stream().anyMatch(file -> file.type().startsWith("application/pdf"))) {
            return "attached";
        }
        return isWithoutAccount ? "desk" : "site";
    }

    /** Where the seats were is not known of moves before this was kept. */
    private static String moved(
            LetterWords words, String key, OrderFacts.BookedEvent event, List<OrderFacts.Move> moves) {
        String title = LetterWords.person(words.title(event));
        return moves.isEmpty()
                ? words.of(key + ".unnamed", title)
                : words.of(
                        key + ".text",
                        title,
                        places(words, moves, OrderFacts.Move::from),
                        places(words, moves, OrderFacts.Move::to));
    }

    private static String places(
            LetterWords words, List<OrderFacts.Move> moves, Function<OrderFacts.Move, OrderFacts.Place> side) {
        return moves.stream().map(side).map(words::place).collect(Collectors.joining(", "));
    }
}
