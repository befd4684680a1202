package podo.notification.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import podo.contracts.event.ShowChange;
import podo.contracts.reservation.BookingStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.notification.attachment.CalendarAttachment;
import podo.notification.facts.FactFinder;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letter about a change of a show: what was and what is, the organiser's words, and until when cancelling costs nothing. */
@Component
class ChangeLetters {

    /** Others are of a newer service than this one. */
    private static final Set<String> KNOWN_FIELDS = Set.of(
            "title",
            ShowChange.STARTS_AT,
            "venue",
            "address",
            "runningMinutes",
            "minimumAge",
            "description",
            ShowChange.DOORS_AT,
            "notes");

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final CalendarAttachment calendar;
    private final PublicUrl site;
    private final Clock clock;

    ChangeLetters(FactFinder facts, LetterRenderer renderer, CalendarAttachment calendar, PublicUrl site, Clock clock) {
        this.facts = facts;
        this.renderer = renderer;
        this.calendar = calendar;
        this.site = site;
        this.clock = clock;
    }

    /** Empty when the reader has no tickets of the order any more. */
    Optional<Letter> write(QueuedMail mail) {
        OrderFacts order = facts.order(mail.subject()).orElse(null);
        if (order == null || order.booking().status() != BookingStatus.CONFIRMED) {
            return Optional.empty();
        }
        boolean held = mail.kind() == MailKind.HELD_SHOW_CHANGED;
        List<OrderFacts.Seat> seats = held ? order.handedOverSeats(mail.seatIds()) : order.bookedSeats();
        Long reader = held ? mail.accountId() : Long.valueOf(order.fanId());
        OrderFacts.Change change = order.change(changeId(mail)).orElse(null);
        return seats.isEmpty() || reader == null || change == null
                ? Optional.empty()
                : facts.recipient(reader)
                        .filter(recipient -> isReadBy(recipient, change))
                        .map(recipient -> held
                                ? toHolder(order, change, seats, recipient)
                                : toBuyer(order, change, seats, recipient));
    }

    /** Whether the show reads differently in the recipient's language, or something else is to be told. */
    private static boolean isReadBy(Recipient recipient, OrderFacts.Change change) {
        return change.note() != null
                || change.freeUntil() != null
                || change.fields().stream().anyMatch(field -> isReadBy(recipient, field));
    }

    private static boolean isReadBy(Recipient recipient, ShowChange.Field field) {
        return field.isReadIn(recipient.locale().getLanguage());
    }

    /** The key is kind, change and order. */
    private static long changeId(QueuedMail mail) {
        return Long.parseLong(mail.key().split(":")[1]);
    }

    private Letter toBuyer(
            OrderFacts order, OrderFacts.Change change, List<OrderFacts.Seat> seats, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        List<String> paragraphs = paragraphs(words, "show-changed", order, change);
        // who bought at a box office has no page with tickets, and gives them back where they were bought
        boolean isWithoutAccount = BoxOfficeBuyers.isOne(order.fanId());
        boolean free = change.freeUntil() != null && change.freeUntil().isAfter(clock.instant());
        if (free) {
            paragraphs.add(words.of(freeKey(order, isWithoutAccount), words.time(change.freeUntil())));
        }
        List<LetterPage.Row> rows = rows(words, recipient, change);
        rows.add(new LetterPage.Row(words.of("row.order"), order.booking().orderId()));
        LetterPage page = new LetterPage(
                words.of("show-changed.subject", words.title(order.booking().event())),
                words.of("show-changed.heading"),
                paragraphs,
                rows,
                seats.stream().map(words::seat).toList(),
                isWithoutAccount ? null : new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                free && !isWithoutAccount
                        ? new LetterPage.Button(
                                words.of("show-changed.cancel"),
                                site.address("/tickets/" + order.booking().id() + "/cancel"))
                        : null,
                words.of(isWithoutAccount ? "show-changed.desk.note" : "show-changed.note"));
        return renderer.render(
                page, recipient, calendar.of(order, seats, recipient).stream().toList());
    }

    private static String freeKey(OrderFacts order, boolean isWithoutAccount) {
        if (!isWithoutAccount) {
            return "show-changed.free";
        }
        return order.booking().amount() > 0 ? "show-changed.desk.free" : "show-changed.desk.given";
    }

    /** To somebody who did not pay: no price, no order, and nothing to cancel. */
    private Letter toHolder(
            OrderFacts order, OrderFacts.Change change, List<OrderFacts.Seat> seats, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        LetterPage page = new LetterPage(
                words.of(
                        "held-show-changed.subject", words.title(order.booking().event())),
                words.of("held-show-changed.heading"),
                paragraphs(words, "held-show-changed", order, change),
                rows(words, recipient, change),
                seats.stream().map(words::seatWithoutPrice).toList(),
                new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                words.of("show-changed.note"));
        return renderer.render(
                page, recipient, calendar.of(order, seats, recipient).stream().toList());
    }

    private static List<String> paragraphs(LetterWords words, String key, OrderFacts order, OrderFacts.Change change) {
        List<String> paragraphs = new ArrayList<>();
        String title = LetterWords.person(words.title(order.booking().event()));
        paragraphs.add(words.of(key + (change.fields().isEmpty() ? ".word" : ".text"), title));
        if (change.note() != null) {
            paragraphs.add(words.of("show-changed.organiser", LetterWords.person(change.note())));
        }
        return paragraphs;
    }

    private static List<LetterPage.Row> rows(LetterWords words, Recipient recipient, OrderFacts.Change change) {
        List<LetterPage.Row> rows = new ArrayList<>();
        change.fields().stream()
                .filter(field -> KNOWN_FIELDS.contains(field.name()) && isReadBy(recipient, field))
                .map(field -> row(words, field))
                .forEach(rows::add);
        return rows;
    }

    /** Long texts are not repeated: the row says that they differ. */
    private static LetterPage.Row row(LetterWords words, ShowChange.Field field) {
        String label = words.of("show-changed.field." + field.name());
        if (field.before().isEmpty() && field.after().isEmpty()) {
            return new LetterPage.Row(label, words.of("show-changed.rewritten"));
        }
        return new LetterPage.Row(
                label,
                words.of(
                        "show-changed.value", value(words, field, field.before()), value(words, field, field.after())));
    }

    private static String value(LetterWords words, ShowChange.Field field, String value) {
        if (value.isEmpty()) {
            return words.of("show-changed.nothing");
        }
        return ShowChange.isTime(field.name()) ? words.time(Instant.parse(value)) : LetterWords.person(value);
    }
}
