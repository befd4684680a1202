package podo.gateway.guard;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limits per client address.
 *
 * @param spareOwnAddresses whether requests from this machine's own addresses are exempt, for load tests
 * @param perAddress rules by name; a request that several rules match must pass each of them
 */
@ConfigurationProperties("podo.limits")
record RateLimitSettings(
        @DefaultValue("false") boolean spareOwnAddresses,
        @DefaultValue Map<String, Rule> perAddress) {

    /**
     * @param calls patterns as {@link RequestPattern} reads them; none for what is counted by its name
     * @param perMinute refill rate of the token bucket
     * @param burst capacity of the token bucket
     */
    record Rule(@DefaultValue List<String> calls, long perMinute, long burst) {}
}
