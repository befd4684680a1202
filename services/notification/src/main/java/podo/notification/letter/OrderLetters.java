package podo.notification.letter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.notification.attachment.LetterAttachment;
import podo.notification.attachment.OrderAttachment;
import podo.notification.facts.FactFinder;
import podo.notification.facts.FactsAway;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letters about an order. What the order is now decides whether a letter is still true; one that is not is not written. */
@Component
class OrderLetters {

    private static final Logger log = LoggerFactory.getLogger(OrderLetters.class);

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final List<OrderAttachment> attachments;
    private final LetterSettings settings;
    private final PublicUrl site;
    private final Clock clock;

    OrderLetters(
            FactFinder facts,
            LetterRenderer renderer,
            List<OrderAttachment> attachments,
            LetterSettings settings,
            PublicUrl site,
            Clock clock) {
        this.facts = facts;
        this.renderer = renderer;
        this.attachments = attachments;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
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
            case SHOW_CHANGED,
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
                List.of(words.of(kind + ".text", title, LetterWords.won(amount))),
                rows(words, order, kind, amount),
                seatsOf(mail, order).stream().map(words::seat).toList(),
                isWithoutAccount ? null : new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                noteOf(words, kind, isWithoutAccount));
        return renderer.render(page, recipient, attachmentsOf(mail, order, recipient));
    }

    private List<OrderFacts.Seat> seatsOf(QueuedMail mail, OrderFacts order) {
        return switch (mail.kind()) {
            case ORDER -> order.bookedSeats();
            default -> order.seats(mail.seatIds());
        };
    }

    private List<LetterAttachment> attachmentsOf(QueuedMail mail, OrderFacts order, Recipient recipient) {
        return switch (mail.kind()) {
            case ORDER ->
                attachments.stream()
                        .flatMap(attachment -> file(attachment, mail, order, recipient).stream())
                        .toList();
            default -> List.of();
        };
    }

    /** A file that can't be had delays the mail for a while, and does not keep it back: what it says stands on the site, too. */
    private Optional<LetterAttachment> file(
            OrderAttachment attachment, QueuedMail mail, OrderFacts order, Recipient recipient) {
        try {
            return attachment.of(order, recipient);
        } catch (FactsAway e) {
            if (clock.instant().isBefore(mail.createdAt().plus(settings.attachmentWait()))) {
                throw e;
            }
            log.warn("The mail {} goes without a file: {}", mail.key(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String wordsOf(QueuedMail mail, OrderFacts order) {
        return switch (mail.kind()) {
            case ORDER -> "order";
            case CHECKING -> "checking";
            case CHECK_FAILED -> "check-failed";
            case SHOW_CANCELLED -> "show-cancelled";
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

    private static @Nullable String noteOf(LetterWords words, String kind, boolean isWithoutAccount) {
        if (!kind.equals("order")) {
            return null;
        }
        return words.of(isWithoutAccount ? "order.desk.note" : "order.note");
    }
}
