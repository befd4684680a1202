package podo.notification.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import podo.contracts.event.ShowChange;
import podo.contracts.reservation.BookingStatus;
import podo.notification.attachment.CalendarAttachment;
import podo.notification.attachment.LetterAttachment;
import podo.notification.facts.FactFinder;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
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

    ChangeLetters(FactFinder facts, LetterRenderer renderer, CalendarAttachment calendar, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.calendar = calendar;
        this.site = site;
    }

    /** Empty when the order has no tickets any more. */
    Optional<Letter> write(QueuedMail mail) {
        OrderFacts order = facts.order(mail.subject()).orElse(null);
        if (order == null || order.booking().status() != BookingStatus.CONFIRMED) {
            return Optional.empty();
        }
        return order.change(changeId(mail))
                .flatMap(change -> facts.recipient(order.fanId()).map(recipient -> write(order, change, recipient)));
    }

    /** The key is kind, change and order. */
    private static long changeId(QueuedMail mail) {
        return Long.parseLong(mail.key().split(":")[1]);
    }

    private Letter write(OrderFacts order, OrderFacts.Change change, Recipient recipient) {
        LetterWords words = renderer.words(recipient);
        String title = order.booking().event().title();
        LetterPage page = new LetterPage(
                words.of("show-changed.subject", title),
                words.of("show-changed.heading"),
                paragraphs(words, LetterWords.person(title), change),
                rows(words, order, change),
                order.bookedSeats().stream().map(words::seat).toList(),
                new LetterPage.Button(words.of("tickets"), site.address("/tickets")),
                words.of("show-changed.note"));
        List<LetterAttachment> attached = calendar.of(order, recipient).stream().toList();
        return renderer.render(page, recipient, attached);
    }

    private static List<String> paragraphs(LetterWords words, String title, OrderFacts.Change change) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.of(change.fields().isEmpty() ? "show-changed.word" : "show-changed.text", title));
        if (change.note() != null) {
            paragraphs.add(words.of("show-changed.organiser", LetterWords.person(change.note())));
        }
        if (change.freeUntil() != null) {
            paragraphs.add(words.of("show-changed.free", words.time(change.freeUntil())));
        }
        return paragraphs;
    }

    private static List<LetterPage.Row> rows(LetterWords words, OrderFacts order, OrderFacts.Change change) {
        List<LetterPage.Row> rows = new ArrayList<>();
        change.fields().stream()
                .filter(field -> KNOWN_FIELDS.contains(field.name()))
                .map(field -> row(words, field))
                .forEach(rows::add);
        rows.add(new LetterPage.Row(words.of("row.order"), order.booking().orderId()));
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
