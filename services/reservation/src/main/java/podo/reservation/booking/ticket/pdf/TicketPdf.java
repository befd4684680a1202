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
import podo.reservation.booking.ticket.face.TicketFace;
import podo.reservation.booking.ticket.face.TicketWords;

/** Writes tickets as a PDF, one page for each seat. */
@Component
public class TicketPdf {

    private final ZoneId zone;

    TicketPdf(@Value("${podo.tickets.zone:Asia/Seoul}") ZoneId zone) {
        this.zone = zone;
    }

    public byte[] write(List<TicketFace> tickets, PageSize size, Locale language) {
        ResourceBundle words = TicketWords.of(language);
        HangulFonts hangul = new HangulFonts();
        List<String> pages = tickets.stream()
                .map(ticket -> draw(ticket, words, language, size, new PdfPen(hangul, size)))
                .toList();
        return PdfWriter.write(pages, hangul, size, TicketWords.tag(language));
    }

    private String draw(TicketFace ticket, ResourceBundle words, Locale language, PageSize size, PdfPen pen) {
        double k = size.scale;
        double left = size.margin;
        double width = size.width - 2 * size.margin;
        pen.stripe(size.height - 18 * k, 18 * k);
        double top = size.height - Math.max(size.margin, 40 * k);
        double y = pen.lines(ticket.title(), true, 26 * k, left, top - 26 * k, width, 3);
        y = pen.lines(when(ticket.startsAt(), language), true, 15 * k, left, y - 14 * k, width, 2);
        if (ticket.doorsAt() != null) {
            String doors = new MessageFormat(words.getString("doors"), language)
                    .format(new Object[] {doors(ticket.doorsAt(), ticket.startsAt(), language)});
            y = pen.lines(doors, false, 13 * k, left, y - 6 * k, width, 2);
        }
        y = pen.lines(ticket.venue(), false, 13 * k, left, y - 6 * k, width, 2);
        y = places(ticket, words, pen, left, y - 26 * k, width / 4, k);
        double gap = 40;
        if (ticket.special() != null) {
            y = pen.lines(ticket.special(), true, 11 * k, left, y - 2 * k, width, 2);
            gap = 14;
        }
        if (ticket.name() != null) {
            String name = words.getString("name") + ": " + ticket.name();
            y = pen.lines(name, true, 13 * k, left, y - 2 * k, width, 1);
            gap = 14; // the name takes the rest, so that the longest texts still fit the page
        }
        double bottom = y - gap * k * k - PageSize.QR_SIZE;
        pen.qr(ticket.code(), (size.width - PageSize.QR_SIZE) / 2, bottom, PageSize.QR_SIZE);
        pen.centred(ticket.shortCode(), true, 14 * k, bottom - 22 * k);
        y = pen.lines(words.getString("show"), false, 11 * k, left, bottom - 60 * k, width, 3);
        y = pen.lines(words.getString("keep"), false, 11 * k, left, y - 4 * k, width, 3);
        String order = new MessageFormat(words.getString("order"), language)
                .format(new Object[] {ticket.bookingId(), Long.toString(ticket.ticketId())});
        pen.lines(order, false, 9 * k, left, y - 14 * k, width, 2);
        return pen.drawing();
    }

    /** Answers the baseline below the longest column. */
    private static double places(
            TicketFace ticket, ResourceBundle words, PdfPen pen, double left, double y, double column, double k) {
        List<String> names =
                ticket.isPlace() ? List.of("section", "grade") : List.of("section", "row", "number", "grade");
        List<String> values = ticket.isPlace()
                ? List.of(ticket.section(), ticket.grade())
                : List.of(ticket.section(), ticket.row(), Integer.toString(ticket.number()), ticket.grade());
        double lowest = y;
        for (int i = 0; i < names.size(); i++) {
            double x = left + i * column;
            pen.lines(words.getString(names.get(i)), false, 10 * k, x, y, column - 8, 1);
            lowest = Math.min(lowest, pen.lines(values.get(i), true, 20 * k, x, y - 24 * k, column - 8, 3));
        }
        return lowest;
    }

    /** With its day where that is not the day of the start. */
    private String doors(Instant doorsAt, @Nullable Instant startsAt, Locale language) {
        boolean sameDay = startsAt != null
                && doorsAt.atZone(zone)
                        .toLocalDate()
                        .equals(startsAt.atZone(zone).toLocalDate());
        return sameDay
                ? DateTimeFormatter.ofPattern("HH:mm z", language)
                        .withZone(zone)
                        .format(doorsAt)
                : when(doorsAt, language);
    }

    private String when(@Nullable Instant startsAt, Locale language) {
        if (startsAt == null) {
            return "";
        }
        boolean korean = TicketWords.isKorean(language);
        return DateTimeFormatter.ofPattern(
                        korean ? "yyyy년 M월 d일 (E) HH:mm z" : "EEE d MMM yyyy, HH:mm z",
                        korean ? Locale.KOREAN : Locale.ENGLISH)
                .withZone(zone)
                .format(startsAt);
    }
}
