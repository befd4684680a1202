package podo.reservation.booking.ticket.pdf;

import java.util.List;

/**
 * A PDF file (ISO 32000-1). Latin letters are in Helvetica, which every viewer has, Hangul is drawn inside the file; other letters are in the
 * viewer's own font for Adobe's Korean letters.
 */
final class PdfWriter {

    private static final List<String> VIEWERS_FONTS = List.of(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 4 /FontBBox [0 -148 1001 880] /ItalicAngle 0"
                    + " /Ascent 880 /Descent -120 /CapHeight 737 /StemV 93 >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /DW 1000"
                    + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /FontDescriptor 3 0 R >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /UniKS-UTF16-H /DescendantFonts [4 0 R] >>");

    private PdfWriter() {}

    /** @param contents the drawing of each page, whose Hangul is in {@code hangul} */
    static byte[] write(List<String> contents, HangulFonts hangul, PageSize size, String language) {
        PdfObjects objects = new PdfObjects();
        VIEWERS_FONTS.forEach(objects::add);
        int fonts = objects.add("<< /L 1 0 R /LB 2 0 R /K 5 0 R" + hangul.addTo(objects) + " >>");
        int pages = objects.reserve();
        StringBuilder kids = new StringBuilder();
        for (String content : contents) {
            int drawing = objects.addStream(content);
            int page = objects.add(
                    "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Resources << /Font %d 0 R >> /Contents %d 0 R >>"
                            .formatted(pages, size.width, size.height, fonts, drawing));
            kids.append(page).append(" 0 R ");
        }
        objects.set(pages, "<< /Type /Pages /Kids [%s] /Count %d >>".formatted(kids, contents.size()));
        return objects.file(objects.add("<< /Type /Catalog /Pages %d 0 R /Lang (%s) >>".formatted(pages, language)));
    }
}
