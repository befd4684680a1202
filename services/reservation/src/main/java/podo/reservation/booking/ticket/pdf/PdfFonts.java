package podo.reservation.booking.ticket.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** Nanum Gothic, which has Korean and Latin letters; a document holds only those that it uses. */
record PdfFonts(PDFont plain, PDFont bold) {

    private static final String FOLDER = "com/thing2x/rptsvr/fonts/";

    static PdfFonts load(PDDocument document) throws IOException {
        return new PdfFonts(load(document, "NanumGothic.ttf"), load(document, "NanumGothicBold.ttf"));
    }

    PDFont of(boolean strong) {
        return strong ? bold : plain;
    }

    private static PDFont load(PDDocument document, String file) throws IOException {
        try (InputStream font = new ClassPathResource(FOLDER + file).getInputStream()) {
            return PDType0Font.load(document, font, true);
        }
    }
}
