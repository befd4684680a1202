package podo.web.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets, texts are escaped. */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    /** A calendar with one event. @param lines of the event, between its BEGIN and END */
    public static String of(List<String> lines) {
        StringBuilder ics = new StringBuilder();
        List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//podo//tickets//EN", "BEGIN:VEVENT")
                .forEach(line -> fold(line, ics));
        lines.forEach(line -> fold(line, ics));
        List.of("END:VEVENT", "END:VCALENDAR").forEach(line -> fold(line, ics));
        return ics.toString();
    }

    /** As a download. */
    public static ResponseEntity<String> download(String ics) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("podo.ics")
                                .build()
                                .toString())
                .body(ics);
    }

    public static String time(Instant at) {
        return UTC.format(at);
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

    /** A text of a person, escaped. */
    public static String text(String text) {
        return STEERING.matcher(text)
                .replaceAll("")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }
}
