package podo.notification.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;

/**
 * The show as iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets, texts are escaped. The entry has the id of the one that
 * the tickets' page offers, so that a calendar keeps one of both.
 */
@Component
@Order(1)
public class CalendarAttachment implements OrderAttachment {

    private static final Duration LENGTH = Duration.ofHours(2);
    private static final int OCTETS = 74;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029&&[^\\n]]");

    private final Clock clock;

    public CalendarAttachment(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<LetterAttachment> of(OrderFacts order, Recipient recipient) {
        return of(order, order.bookedSeats(), recipient);
    }

    /** With these seats of the order. */
    public Optional<LetterAttachment> of(OrderFacts order, List<OrderFacts.Seat> places, Recipient recipient) {
        OrderFacts.BookedEvent event = order.booking().event();
        Instant start = event.startsAt();
        if (start == null) {
            return Optional.empty();
        }
        String seats = places.stream()
                .map(seat -> seat.inArea() ? seat.section() : seat.section() + " " + seat.row() + "-" + seat.number())
                .collect(Collectors.joining("\n"));
        String ics = List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//podo//tickets//EN",
                        "BEGIN:VEVENT",
                        "UID:" + order.booking().id() + "@podo",
                        "STATUS:CONFIRMED",
                        "SEQUENCE:" + sequence(event),
                        "DTSTAMP:" + UTC.format(clock.instant()),
                        "DTSTART:" + UTC.format(start),
                        "DTEND:" + UTC.format(start.plus(LENGTH)),
                        "SUMMARY:" + escaped(event.titleIn(recipient.locale().getLanguage())),
                        "LOCATION:" + escaped(event.venue()),
                        "DESCRIPTION:" + escaped(seats),
                        "END:VEVENT",
                        "END:VCALENDAR")
                .stream()
                .map(CalendarAttachment::folded)
                .collect(Collectors.joining());
        return Optional.of(
                new LetterAttachment("podo.ics", "text/calendar; charset=UTF-8", ics.getBytes(StandardCharsets.UTF_8)));
    }

    /** A calendar takes the entry with the highest; a show is published with its first revision. */
    private static int sequence(OrderFacts.BookedEvent event) {
        return event.revision() == null ? 0 : Math.max(0, event.revision() - 1);
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.append("\r\n").toString();
    }

    private static String escaped(String text) {
        return CONTROL.matcher(text)
                .replaceAll("")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }
}
