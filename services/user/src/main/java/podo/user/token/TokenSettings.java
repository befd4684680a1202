package podo.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lifetimes of tokens.
 *
 * @param access of an access token; short, because its roles are those of the moment at which it was issued
 * @param refresh of a log-in with all refresh tokens that follow from it
 * @param grace a refresh token used again within this time counts as a double click, not as stolen
 */
@ConfigurationProperties("podo.tokens")
record TokenSettings(
        @DefaultValue("20m") Duration access,
        @DefaultValue("30d") Duration refresh,
        @DefaultValue("10s") Duration grace) {}
