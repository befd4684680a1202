package podo.web.tickets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nayuki.qrcodegen.QrCode;
import java.time.Duration;
import org.springframework.stereotype.Component;
import podo.web.page.TemplateBean;

/** Draws a QR code as the path of an SVG, one unit per module and one stroke per run of dark ones, with the blank border that scanners need. */
@Component("qr")
public class QrCodes implements TemplateBean {

    private static final int BORDER = 3;

    public record Drawn(int size, String path) {}

    /** Drawing tries eight masks, which costs more than the rest of a ticket. */
    private final Cache<String, Drawn> drawn = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    public Drawn of(String text) {
        return drawn.get(text, QrCodes::draw);
    }

    private static Drawn draw(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder(2048);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) { // beyond the edge there is none
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + BORDER).append(' ').append(y + BORDER);
                    path.append('h')
                            .append(x - from)
                            .append("v1h")
                            .append(from - x)
                            .append('z');
                }
            }
        }
        return new Drawn(code.size + 2 * BORDER, path.toString());
    }
}
