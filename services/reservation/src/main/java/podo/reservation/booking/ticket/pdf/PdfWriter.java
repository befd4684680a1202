package podo.reservation.booking.ticket.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A PDF file of A4 pages (ISO 32000-1). No font is inside: Latin letters are in Helvetica, which every viewer has, Korean ones in the
 * viewer's own font for Adobe's Korean letters.
 */
final class PdfWriter {

    static final int WIDTH = 595;
    static final int HEIGHT = 842;

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int FONTS = 3;
    private static final List<String> FONT_OBJECTS = List.of(
            "<< /L 4 0 R /LB 5 0 R /K 6 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /UniKS-UTF16-H /DescendantFonts [7 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /DW 1000"
                    + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /FontDescriptor 8 0 R >>",
            "<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 4 /FontBBox [0 -148 1001 880] /ItalicAngle 0"
                    + " /Ascent 880 /Descent -120 /CapHeight 737 /StemV 93 >>");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private PdfWriter() {}

    /** @param contents the drawing of each page */
    static byte[] write(List<String> contents, String language) {
        return new PdfWriter().document(contents, language);
    }

    private byte[] document(List<String> contents, String language) {
        print("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        int first = FONTS + FONT_OBJECTS.size();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            kids.append(first + 2 * i).append(" 0 R ");
        }
        object("<< /Type /Catalog /Pages %d 0 R /Lang (%s) >>".formatted(PAGES, language));
        object("<< /Type /Pages /Kids [%s] /Count %d >>".formatted(kids, contents.size()));
        FONT_OBJECTS.forEach(this::object);
        for (int i = 0; i < contents.size(); i++) {
            object(
                    "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Resources << /Font %d 0 R >> /Contents %d 0 R >>"
                            .formatted(PAGES, WIDTH, HEIGHT, FONTS, first + 2 * i + 1));
            String content = contents.get(i);
            object("<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content));
        }
        int table = out.size();
        print("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
        offsets.forEach(offset -> print("%010d 00000 n \n".formatted(offset)));
        print("trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(offsets.size() + 1, CATALOG, table));
        return out.toByteArray();
    }

    private void object(String body) {
        offsets.add(out.size());
        print(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
