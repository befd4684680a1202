package podo.user.token;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits against password guessing.
 *
 * @param trustedProxies networks of proxies whose {@code X-Forwarded-For} is believed
 * @param exemptOwnAddresses whether this machine's own addresses have no limit per address; for laptops only
 */
@ConfigurationProperties("podo.limits")
record LogInLimitSettings(
        @DefaultValue LogIn login,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> trustedProxies,
        @DefaultValue("false") boolean exemptOwnAddresses) {

    /** Failed log-ins allowed per account and per address within the window. */
    record LogIn(
            @DefaultValue("10") int perAccount,
            @DefaultValue("100") int perAddress,
            @DefaultValue("15m") Duration window) {}
}
