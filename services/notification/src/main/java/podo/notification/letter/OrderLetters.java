package podo.notification.letter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.notification.facts.FactFinder;
import podo.notification.facts.FactsAway;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letters about an order. What the order is now decides whether a letter is still true; one that is not is not written. */
@Component
class OrderLetters {

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final LetterFiles files;
    private final PublicUrl site;

    OrderLetters(FactFinder facts, LetterRenderer renderer, LetterFiles files, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.files = files;
        this.site = site;
    }

    Optional<Letter> write(QueuedMail mail) {
        OrderFacts order = facts.order(mail.subject()).orElse(null);
        if (order == null || !isTrue(mail, order)) {
            return Optional.empty();
        }
        return facts.recipient(order.fanId()).map(recipient -> write(mail, order, recipient));
    }

    /** Whether the order is as the letter would say; throws {@link FactsAway} when reservation has yet to hear what this service has heard. */
    private static boolean isTrue(QueuedMail mail, OrderFacts order) {
        BookingStatus status = order.booking().status();
        BookingEnd end = order.booking().endedBecause();
        return switch (mail.kind()) {
            case ORDER -> {
                if (status == BookingStatus.PENDING || status == BookingStatus.CHECKING) {
                    throw new FactsAway("reservation has not confirmed the order yet");
                }
                yield status == BookingStatus.CONFIRMED && !order.bookedSeats().isEmpty();
            }
            case CHECKING -> status == BookingStatus.CHECKING;
            case CHECK_FAILED -> status != BookingStatus.CHECKING && status != BookingStatus.CONFIRMED;
            case SHOW_CANCELLED -> end == BookingEnd.EVENT_CANCELLED;
            case REFUND, OFFERED_SEAT_SOLD -> true;
            case SEATS_MOVED,
                    SHOW_CHANGED,
                    HANDED_OVER,
                    HANDOVER_RECEIVED,
                    HELD_MOVED,
                    HELD_ENDED,
                    HELD_SHOW_CHANGED,
                    SEAT_OFFERED,
                    SEATS_CAME_BACK,
                    LOST_ORDER,
                    ACCOUNT -> false;
        };
    }

    private Letter write(QueuedMail mail, OrderFacts order, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        String title = LetterWords.person(words.title(order.booking().event()));
        String kind = wordsOf(mail, order);
        // who bought at a box office has no page with tickets: they are attached
        boolean isWithoutAccount = BoxOfficeBuyers.isOne(order.fanId());
        long amount = mail.amount() == null ? order.booking().amount() : mail.amount();
        LetterPage page = new LetterPage(
                words.of(kind + ".subject", words.title(order.booking().event())),
                words.of(kind + ".heading"),
                List.of(words.of(textOf(kind, isWithoutAccount, amount), title, LetterWords.won(amount))),
                rows(words, order, kind, amount),
                seatsOf(mail, order).stream().map(words::seat).toList(),
                isWithoutAccount ? null : new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                noteOf(words, kind, isWithoutAccount));
        return renderer.render(
                page, recipient, mail.kind() == MailKind.ORDER ? files.of(mail, order, recipient) : List.of());
    }

    private List<OrderFacts.Seat> seatsOf(QueuedMail mail, OrderFacts order) {
        return switch (mail.kind()) {
            case ORDER -> order.bookedSeats();
            default -> order.seats(mail.seatIds());
        };
    }

    private static String wordsOf(QueuedMail mail, OrderFacts order) {
        return switch (mail.kind()) {
            case ORDER -> "order";
            case CHECKING -> "checking";
            case CHECK_FAILED -> "check-failed";
            case SHOW_CANCELLED -> BoxOfficeBuyers.isOne(order.fanId()) ? "show-cancelled-desk" : "show-cancelled";
            case OFFERED_SEAT_SOLD -> "offered-seat-sold";
            default -> order.booking().endedBecause() == BookingEnd.SEATS_LOST ? "seats-lost" : refundOf(order);
        };
    }

    /** What was paid at a box office comes back there, not from a bank. */
    private static String refundOf(OrderFacts order) {
        return BoxOfficeBuyers.isOne(order.fanId()) ? "refund-desk" : "refund";
    }

    private static List<LetterPage.Row> rows(LetterWords words, OrderFacts order, String kind, long amount) {
        OrderFacts.BookedEvent event = order.booking().event();
        List<LetterPage.Row> rows = EventRows.of(words, event);
        rows.add(new LetterPage.Row(words.of("row.order"), order.booking().orderId()));
        rows.add(new LetterPage.Row(words.of("row.amount." + kind), LetterWords.won(amount)));
        return rows;
    }

    private static String textOf(String kind, boolean isWithoutAccount, long amount) {
        if (kind.equals("show-cancelled-desk") && amount == 0) {
            return "show-cancelled-desk.given";
        }
        return kind.equals("order") && isWithoutAccount ? "order.desk.text" : kind + ".text";
    }

    private static @Nullable String noteOf(LetterWords words, String kind, boolean isWithoutAccount) {
        if (!kind.equals("order")) {
            return null;
        }
        return words.of(isWithoutAccount ? "order.desk.note" : "order.note");
    }
}
