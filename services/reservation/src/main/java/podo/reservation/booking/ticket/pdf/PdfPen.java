package podo.reservation.booking.ticket.pdf;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws on one page; units are points from the bottom left corner. */
final class PdfPen implements Closeable {

    private static final Color BRAND = new Color(0x5B21B6);
    private static final Color INK = new Color(0x17131F);
    private static final float LINE = 1.3f;
    private static final String MISSING = "?";

    private final PDPageContentStream content;
    private final PdfFonts fonts;
    private final float pageWidth;

    PdfPen(PDDocument document, PDPage page, PdfFonts fonts) throws IOException {
        this.content = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.pageWidth = page.getMediaBox().getWidth();
    }

    void band(float y, float height) throws IOException {
        content.setNonStrokingColor(BRAND);
        content.addRect(0, y, pageWidth, height);
        content.fill();
        content.setNonStrokingColor(INK);
    }

    /** Breaks the text into at most {@code most} lines; answers the baseline below the last one. */
    float lines(String text, boolean strong, float size, float x, float y, float width, int most) throws IOException {
        PDFont font = fonts.of(strong);
        List<String> lines = breakLines(printable(text, font), font, size, width);
        float baseline = y;
        for (int i = 0; i < Math.min(most, lines.size()); i++) {
            boolean cut = i == most - 1 && lines.size() > most;
            write(cut ? lines.get(i) + "…" : lines.get(i), font, size, x, baseline);
            baseline -= size * LINE;
        }
        return baseline;
    }

    void centred(String text, boolean strong, float size, float y) throws IOException {
        PDFont font = fonts.of(strong);
        String printable = printable(text, font);
        write(printable, font, size, (pageWidth - width(printable, font, size)) / 2, y);
    }

    /** With the blank border of four modules inside {@code size}. */
    void qr(String text, float x, float y, float size) throws IOException {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        float module = size / (code.size + 8);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                int from = column;
                while (code.getModule(column, row)) { // beyond the edge there is none
                    column++;
                }
                if (column > from) {
                    content.addRect(
                            x + (from + 4) * module,
                            y + size - (row + 5) * module,
                            (column - from) * module,
                            module);
                }
            }
        }
        content.fill();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void write(String text, PDFont font, float size, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    /** Breaks between words, and within a word that is longer than a line. */
    private static List<String> breakLines(String text, PDFont font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, font, size) <= width) {
                line.replace(0, line.length(), joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int letter : word.codePoints().toArray()) {
                line.appendCodePoint(letter);
                if (width(line.toString(), font, size) > width && line.codePointCount(0, line.length()) > 1) {
                    line.setLength(line.length() - Character.charCount(letter));
                    lines.add(line.toString());
                    line.setLength(0);
                    line.appendCodePoint(letter);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** The text with a question mark for each letter that the font lacks. */
    private static String printable(String text, PDFont font) {
        StringBuilder printable = new StringBuilder();
        text.strip().codePoints().forEach(letter -> printable.append(
                hasGlyph(letter, font) ? Character.toString(letter) : Character.isISOControl(letter) ? " " : MISSING));
        return printable.toString();
    }

    private static boolean hasGlyph(int letter, PDFont font) {
        try {
            font.encode(Character.toString(letter));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
