package podo.notification.letter;

import java.text.Bidi;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import podo.notification.facts.OrderFacts;

/** Texts, times, money and seats in one language. */
final class LetterWords {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter KOREAN = DateTimeFormatter.ofPattern("yyyy.MM.dd(E) HH:mm", Locale.KOREAN);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final MessageSource messages;
    private final Locale locale;

    LetterWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String of(String key, Object... args) {
        return messages.getMessage("mail." + key, args, locale);
    }

    /** Sat 12 Dec 2026, 19:00 KST; 2026.12.12(토) 19:00 KST; empty for an unknown time. */
    String time(@Nullable Instant at) {
        return at == null ? "" : (locale.equals(Locale.KOREAN) ? KOREAN : ENGLISH).format(at.atZone(SEOUL)) + " KST";
    }

    /** The show's title in the language of the letter, where it has one in it. */
    String title(OrderFacts.BookedEvent event) {
        return event.titleIn(locale.getLanguage());
    }

    static String won(long amount) {
        return "₩" + String.format(Locale.ROOT, "%,d", amount);
    }

    String seat(OrderFacts.Seat seat) {
        return seatWithoutPrice(seat) + " · " + won(seat.price());
    }

    /** For those who did not pay. */
    String seatWithoutPrice(OrderFacts.Seat seat) {
        String where = where(seat.inArea(), seat.section(), seat.row(), seat.number());
        String kind = seat.kind() == null ? "" : " · " + person(seat.kind());
        String proof = seat.proof() == null ? "" : " (" + person(seat.proof()) + ")";
        return where + " · " + person(seat.grade()) + kind + proof;
    }

    String place(OrderFacts.Place place) {
        return where(place.inArea(), place.section(), place.row(), place.number());
    }

    private String where(boolean inArea, String section, String row, int number) {
        return inArea ? person(section) : of("seat", person(section), person(row), Integer.toString(number));
    }

    /** A person's text, isolated when anything in it runs from right to left, so that it does not turn what stands beside it. */
    static String person(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }
}
