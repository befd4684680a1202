package podo.web.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodesTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int BORDER = 3;

    @ParameterizedTest
    @ValueSource(strings = {"PODO-QT6N-A7N4-6WEV-X793", "a", "한 좌석에 한 사람"})
    void thePathCoversTheDarkModulesAndNothingElse(String text) {
        QrCode expected = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);

        QrCodes.Drawn drawn = new QrCodes().of(text);

        boolean[][] dark = new boolean[drawn.size()][drawn.size()];
        assertThat(RUN.matcher(drawn.path()).replaceAll(run -> {
                    int from = Integer.parseInt(run.group(1));
                    int length = Integer.parseInt(run.group(3));
                    assertThat(run.group(4)).isEqualTo(run.group(3));
                    for (int x = from; x < from + length; x++) {
                        dark[Integer.parseInt(run.group(2))][x] = true;
                    }
                    return "";
                }))
                .isEmpty();
        for (int y = 0; y < drawn.size(); y++) {
            for (int x = 0; x < drawn.size(); x++) {
                assertThat(dark[y][x]).as("%d, %d", x, y).isEqualTo(expected.getModule(x - BORDER, y - BORDER));
            }
        }
    }
}
