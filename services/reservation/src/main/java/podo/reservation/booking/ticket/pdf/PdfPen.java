package podo.reservation.booking.ticket.pdf;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Draws on one page; units are points from the bottom left corner. */
final class PdfPen {

    private static final double LINE = 1.3;
    private static final String BRAND = "0.357 0.129 0.714 rg\n";
    private static final String INK = "0.09 0.075 0.122 rg\n";

    /** The same colour for strokes. */
    static final String PEN_INK = "0.09 0.075 0.122 RG\n";

    private static final int BORDER = 4;

    private final StringBuilder drawing = new StringBuilder(INK);
    private final HangulFonts hangul;
    private final PageSize page;

    PdfPen(HangulFonts hangul, PageSize page) {
        this.hangul = hangul;
        this.page = page;
    }

    String drawing() {
        return drawing.toString();
    }

    /** A stripe in the brand's colour over the whole width. */
    void stripe(double y, double height) {
        drawing.append(BRAND);
        rectangle(0, y, page.width, height);
        drawing.append("f\n").append(INK);
    }

    /** Breaks the text into at most {@code most} lines; answers the baseline below the last one. */
    double lines(String text, boolean bold, double size, double x, double y, double width, int most) {
        double baseline = y;
        for (String line : PdfText.lines(text, size, bold, width, most)) {
            write(line, bold, size, x, baseline);
            baseline -= size * LINE;
        }
        return baseline;
    }

    void centred(String text, boolean bold, double size, double y) {
        write(text, bold, size, (page.width - PdfText.width(text, size, bold)) / 2, y);
    }

    /** With the blank border of four modules inside {@code size}. */
    void qr(String text, double x, double y, double size) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        double module = size / (code.size + 2 * BORDER);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                int from = column;
                while (code.getModule(column, row)) { // beyond the edge there is none
                    column++;
                }
                if (column > from) {
                    double bottom = y + size - (row + BORDER + 1) * module;
                    rectangle(x + (from + BORDER) * module, bottom, (column - from) * module, module);
                }
            }
        }
        drawing.append("f\n");
    }

    private void write(String line, boolean bold, double size, double x, double y) {
        double at = x;
        for (PdfText.Run run : PdfText.runs(line, size, bold)) {
            // bold letters of the viewer's font, which has one weight, get a thin outline
            int mode = bold && run.font() == PdfText.Font.OTHER ? 2 : 0;
            add("BT %d Tr %.2f w %.2f %.2f Td\n", mode, size / 40, at, y);
            switch (run.font()) {
                case HANGUL ->
                    run.text()
                            .codePoints()
                            .mapToObj(letter -> hangul.code(letter, bold))
                            .forEach(code -> show(code.font(), size, code.hex()));
                case OTHER -> show(run.font().name, size, hex(run.text(), StandardCharsets.UTF_16BE));
                case LATIN, LATIN_BOLD -> show(run.font().name, size, hex(run.text(), PdfText.LATIN));
            }
            add("ET\n");
            at += run.width();
        }
    }

    private void show(String font, double size, String hex) {
        add("/%s %.2f Tf <%s> Tj\n", font, size, hex);
    }

    private static String hex(String text, Charset charset) {
        return HexFormat.of().formatHex(text.getBytes(charset));
    }

    private void rectangle(double x, double y, double width, double height) {
        add("%.2f %.2f %.2f %.2f re\n", x, y, width, height);
    }

    private void add(String format, Object... values) {
        drawing.append(String.format(Locale.ROOT, format, values));
    }
}
