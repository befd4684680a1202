package podo.web.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.web.client.BookingClient.Booking;
import podo.web.client.BookingClient.Event;

/**
 * One event as iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets.
 *
 * @param changed whether the booking differs from the one that was bought, so that a calendar replaces the entry it has
 */
record CalendarEntry(String uid, Event event, String seats, State state, boolean changed) {

    /** As RFC 5545 calls it. */
    enum State {
        TENTATIVE,
        CONFIRMED,
        CANCELLED;

        /** Null for a booking that was never paid and has ended: it belongs in no calendar. */
        static @Nullable State of(Booking booking) {
            return switch (booking.status()) {
                case PENDING, CHECKING -> TENTATIVE;
                case CONFIRMED -> CONFIRMED;
                case CANCELLED -> booking.hasCancelledSeats() ? CANCELLED : null;
                case REFUNDED -> CANCELLED;
                case EXPIRED -> null;
                case null -> null;
            };
        }
    }

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration LENGTH = Duration.ofHours(2);

    String ics(Instant now) {
        Instant start = event.startsAt() == null ? now : event.startsAt();
        var ics = new StringBuilder();
        for (String line : new String[] {
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//podo//tickets//EN",
            "BEGIN:VEVENT",
            "UID:" + uid + "@podo",
            "STATUS:" + state,
            "SEQUENCE:" + (changed ? 1 : 0),
            "DTSTAMP:" + UTC.format(now),
            "DTSTART:" + UTC.format(start),
            "DTEND:" + UTC.format(start.plus(LENGTH)),
            "SUMMARY:" + escaped(event.title()),
            "LOCATION:" + escaped(event.venue()),
            "DESCRIPTION:" + escaped(seats),
            "END:VEVENT",
            "END:VCALENDAR"
        }) {
            fold(line, ics);
        }
        return ics.toString();
    }

    private static void fold(String line, StringBuilder ics) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > 74) {
                ics.append("\r\n ");
                octets = 1;
            }
            ics.append(character);
            octets += size;
            i += Character.charCount(point);
        }
        ics.append("\r\n");
    }

    /** Texts from before the services refused them may hold control characters, or turn the direction of what follows. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\r\\n]]");

    private static String escaped(String text) {
        return STEERING.matcher(text)
                .replaceAll("")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }
}
