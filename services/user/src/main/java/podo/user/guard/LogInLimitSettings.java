package podo.user.guard;

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

    /**
     * How many log-ins may fail within the window.
     *
     * @param perAccount of one account from one address, or from one device that logged in before
     * @param perAccountEverywhere of one account from all addresses together; from then on each failure doubles the wait before the
     *     next try, which begins with a second
     * @param longestWait the longest of these waits
     * @param perAddress of all accounts from one address
     */
    record LogIn(
            @DefaultValue("10") int perAccount,
            @DefaultValue("50") int perAccountEverywhere,
            @DefaultValue("60s") Duration longestWait,
            @DefaultValue("100") int perAddress,
            @DefaultValue("15m") Duration window) {}
}
