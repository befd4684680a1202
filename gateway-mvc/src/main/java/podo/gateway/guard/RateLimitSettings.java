package podo.gateway.guard;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one address may call.
 *
 * @param spareOwnAddresses whether calls from this machine go uncounted, so that load can be made from it
 * @param perAddress rules by name; a call that fits several must pass each
 */
@ConfigurationProperties("podo.limits")
record RateLimitSettings(
        @DefaultValue("false") boolean spareOwnAddresses,
        @DefaultValue Map<String, Rule> perAddress) {

    /** @param burst how many may come at once before the steady rate counts */
    record Rule(List<String> calls, long perMinute, long burst) {}
}
