package podo.reservation.booking.ticket.pdf;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes tickets as a PDF: A4, one page for each seat. */
@Component
public class TicketPdf {

    private static final double MARGIN = 56;
    private static final double RIGHT = PdfWriter.WIDTH - MARGIN;
    private static final double TOP = PdfWriter.HEIGHT - MARGIN;
    private static final double QR_SIZE = 240;
    private static final double WIDTH = RIGHT - MARGIN;

    private final ZoneId zone;

    TicketPdf(@Value("${podo.tickets.zone:Asia/Seoul}") ZoneId zone) {
        this.zone = zone;
    }

    public byte[] write(List<TicketPage> tickets, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "tickets.messages",
                language.getLanguage().equals("ko") ? Locale.KOREAN : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> pages =
                tickets.stream().map(ticket -> draw(ticket, words, language)).toList();
        return PdfWriter.write(pages, language.getLanguage().equals("ko") ? "ko" : "en");
    }

    private String draw(TicketPage ticket, ResourceBundle words, Locale language) {
        PdfPen pen = new PdfPen();
        pen.stripe(PdfWriter.HEIGHT - 18, 18);
        double y = pen.lines(ticket.title(), true, 26, MARGIN, TOP - 26, WIDTH, 3);
        y = pen.lines(when(ticket.startsAt(), language), true, 15, MARGIN, y - 14, WIDTH, 1);
        y = pen.lines(ticket.venue(), false, 13, MARGIN, y - 6, WIDTH, 2);
        y -= 26;
        double column = WIDTH / 4;
        List<String> names = List.of("section", "row", "number", "grade");
        List<String> values =
                List.of(ticket.section(), ticket.row(), Integer.toString(ticket.number()), ticket.grade());
        double lowest = y;
        for (int i = 0; i < names.size(); i++) {
            double x = MARGIN + i * column;
            pen.lines(words.getString(names.get(i)), false, 10, x, y, column - 8, 1);
            lowest = Math.min(lowest, pen.lines(values.get(i), true, 20, x, y - 24, column - 8, 3));
        }
        double left = (PdfWriter.WIDTH - QR_SIZE) / 2;
        double bottom = lowest - 40 - QR_SIZE;
        pen.qr(ticket.code(), left, bottom, QR_SIZE);
        pen.centred(ticket.shortCode(), true, 14, bottom - 22);
        y = pen.lines(words.getString("show"), false, 11, MARGIN, bottom - 60, WIDTH, 2);
        y = pen.lines(words.getString("keep"), false, 11, MARGIN, y - 4, WIDTH, 2);
        String order = new MessageFormat(words.getString("order"), language)
                .format(new Object[] {ticket.bookingId(), Long.toString(ticket.ticketId())});
        pen.lines(order, false, 9, MARGIN, y - 14, WIDTH, 2);
        return pen.drawing();
    }

    private String when(@Nullable Instant startsAt, Locale language) {
        if (startsAt == null) {
            return "";
        }
        boolean korean = language.getLanguage().equals("ko");
        return DateTimeFormatter.ofPattern(
                        korean ? "yyyy년 M월 d일 (E) HH:mm z" : "EEE d MMM yyyy, HH:mm z",
                        korean ? Locale.KOREAN : Locale.ENGLISH)
                .withZone(zone)
                .format(startsAt);
    }
}
