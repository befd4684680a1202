package podo.reservation.booking.ticket.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes tickets as a PDF: A4, one page for each seat, with the parts of the fonts that it uses. */
@Component
public class TicketPdf {

    private static final float MARGIN = 56;
    private static final float RIGHT = PDRectangle.A4.getWidth() - MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float QR_SIZE = 240;
    private static final float WIDTH = RIGHT - MARGIN;

    private final ZoneId zone;

    TicketPdf(@Value("${podo.tickets.zone:Asia/Seoul}") ZoneId zone) {
        this.zone = zone;
    }

    public byte[] write(List<TicketPage> tickets, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "tickets.messages",
                language.getLanguage().equals("ko") ? Locale.KOREAN : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(words.getString("title"));
            document.getDocumentCatalog().setLanguage(language.getLanguage());
            PdfFonts fonts = PdfFonts.load(document);
            for (TicketPage ticket : tickets) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PdfPen pen = new PdfPen(document, page, fonts)) {
                    draw(ticket, words, language, pen);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(TicketPage ticket, ResourceBundle words, Locale language, PdfPen pen) throws IOException {
        pen.band(PDRectangle.A4.getHeight() - 18, 18);
        float y = pen.lines(ticket.title(), true, 26, MARGIN, TOP - 26, WIDTH, 3);
        y = pen.lines(when(ticket.startsAt(), language), true, 15, MARGIN, y - 14, WIDTH, 1);
        y = pen.lines(ticket.venue(), false, 13, MARGIN, y - 6, WIDTH, 2);
        y -= 26;
        float column = WIDTH / 4;
        List<String> names = List.of("section", "row", "number", "grade");
        List<String> values =
                List.of(ticket.section(), ticket.row(), Integer.toString(ticket.number()), ticket.grade());
        float lowest = y;
        for (int i = 0; i < names.size(); i++) {
            float x = MARGIN + i * column;
            pen.lines(words.getString(names.get(i)), false, 10, x, y, column - 8, 1);
            lowest = Math.min(lowest, pen.lines(values.get(i), true, 20, x, y - 24, column - 8, 3));
        }
        float left = (PDRectangle.A4.getWidth() - QR_SIZE) / 2;
        float bottom = lowest - 40 - QR_SIZE;
        pen.qr(ticket.code(), left, bottom, QR_SIZE);
        pen.centred(ticket.shortCode(), true, 14, bottom - 22);
        y = pen.lines(words.getString("show"), false, 11, MARGIN, bottom - 60, WIDTH, 2);
        y = pen.lines(words.getString("keep"), false, 11, MARGIN, y - 4, WIDTH, 2);
        String order = new MessageFormat(words.getString("order"), language)
                .format(new Object[] {ticket.bookingId(), Long.toString(ticket.ticketId())});
        pen.lines(order, false, 9, MARGIN, y - 14, WIDTH, 2);
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
