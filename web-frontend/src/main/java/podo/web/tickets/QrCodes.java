package podo.web.tickets;

import io.nayuki.qrcodegen.QrCode;
import org.springframework.stereotype.Component;
import podo.web.page.TemplateBean;

/** Draws a QR code as the path of an SVG, one unit per module, with the blank border that scanners need. */
@Component("qr")
public class QrCodes implements TemplateBean {

    private static final int BORDER = 3;

    public record Drawn(int size, String path) {}

    public Drawn of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder(2048);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Drawn(code.size + 2 * BORDER, path.toString());
    }
}
