package podo.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens live.
 *
 * @param access an access token; cannot be called back, so it is short
 * @param refresh all refresh tokens that follow from one log-in
 * @param grace a second use this soon after the first counts as a double click, not as a theft
 */
@ConfigurationProperties("podo.tokens")
record TokenSettings(
        @DefaultValue("20m") Duration access,
        @DefaultValue("30d") Duration refresh,
        @DefaultValue("10s") Duration grace) {}
