package podo.payment.pg;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which bank, and how long it may take.
 *
 * @param windowUrl where the buyer pays; {@code none} when the page opens Toss's own window with its script
 * @param lookTimeout how long a look-up may take; it moves nothing, so it is simply asked again
 * @param atOnce how many confirms may wait for the bank at once
 */
@ConfigurationProperties("podo.pg")
public record PgSettings(
        String baseUrl,
        String secretKey,
        String clientKey,
        String windowUrl,
        Duration connectTimeout,
        Duration readTimeout,
        Duration lookTimeout,
        int atOnce) {

    public boolean hasWindow() {
        return windowUrl.startsWith("http");
    }

    /** One question that moves money and the look-ups round it are over after this long, whatever the bank does. */
    public Duration longestTalk() {
        return readTimeout.plus(lookTimeout.multipliedBy(2)).plus(connectTimeout.multipliedBy(3));
    }
}
