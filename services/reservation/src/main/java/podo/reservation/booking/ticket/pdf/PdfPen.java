package podo.reservation.booking.ticket.pdf;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import java.util.Locale;

/** Draws on one page; units are points from the bottom left corner. */
final class PdfPen {

    private static final double LINE = 1.3;
    private static final String BRAND = "0.357 0.129 0.714 rg\n";
    private static final String INK = "0.09 0.075 0.122 rg\n";
    private static final int BORDER = 4;

    private final StringBuilder drawing = new StringBuilder(INK);

    String drawing() {
        return drawing.toString();
    }

    /** A stripe in the brand's colour over the whole width. */
    void stripe(double y, double height) {
        drawing.append(BRAND);
        rectangle(0, y, PdfWriter.WIDTH, height);
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
        write(text, bold, size, (PdfWriter.WIDTH - PdfText.width(text, size, bold)) / 2, y);
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
        List<PdfText.Run> runs = PdfText.runs(line, size, bold);
        double at = x;
        for (PdfText.Run run : runs) {
            // the Korean font has one weight: a thin outline makes it bold
            int mode = bold && run.font() == PdfText.Font.KOREAN ? 2 : 0;
            add(
                    "BT /%s %.1f Tf %d Tr %.2f w %.2f %.2f Td <%s> Tj ET\n",
                    run.font().name, size, mode, size / 40, at, y, run.hex());
            at += run.width();
        }
    }

    private void rectangle(double x, double y, double width, double height) {
        add("%.2f %.2f %.2f %.2f re\n", x, y, width, height);
    }

    private void add(String format, Object... values) {
        drawing.append(String.format(Locale.ROOT, format, values));
    }
}
