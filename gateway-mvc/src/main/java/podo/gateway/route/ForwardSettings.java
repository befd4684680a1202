package podo.gateway.route;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Timeouts and the bulkhead of forwarding.
 *
 * @param answerWithin time until a service's response headers arrive; then 504
 * @param patience the same for single services, by name
 * @param callsAtOnce how many requests may wait for one service's headers at once
 * @param queueFor how long one more request waits for a place among them; then 503
 */
@ConfigurationProperties("podo.gateway.forward")
record ForwardSettings(
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue Map<String, Duration> patience,
        @DefaultValue("512") int callsAtOnce,
        @DefaultValue("1s") Duration queueFor) {

    Duration responseTimeout(String service) {
        return patience.getOrDefault(service, answerWithin);
    }
}
