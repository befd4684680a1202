package podo.payment.pg;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which bank, and how long it may take.
 *
 * @param windowUrl where the buyer pays; empty when the page opens Toss's own window with its script
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
        int atOnce) {}
