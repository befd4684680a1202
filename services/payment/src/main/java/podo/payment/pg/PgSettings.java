package podo.payment.pg;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.pg}: the address and keys of Toss, and how long its answers may take.
 *
 * @param windowUrl the payment window's address; {@code none} when the page opens it with Toss's script
 * @param lookTimeout how long a look-up may take; it moves no money, so it is simply repeated
 * @param atOnce how many confirms may run at once
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

    /** The longest time that one call that moves money and the two look-ups around it can take. */
    public Duration longestExchange() {
        return readTimeout.plus(lookTimeout.multipliedBy(2)).plus(connectTimeout.multipliedBy(3));
    }
}
