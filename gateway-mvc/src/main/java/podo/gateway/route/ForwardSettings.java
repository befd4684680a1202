package podo.gateway.route;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Timeouts and the bulkhead of forwarding.
 *
 * @param answerWithin time until a service's response headers arrive; then 504
 * @param patience the same for single services, by name
 * @param callsAtOnce how many requests may wait for one service's headers at once
 * @param queueFor how long one more request waits for a place among them; then 503
 * @param lanes the same two for routes that have a lane of their own at a service, {@code service://name/lane}
 */
@ConfigurationProperties("podo.gateway.forward")
record ForwardSettings(
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue Map<String, Duration> patience,
        @DefaultValue("512") int callsAtOnce,
        @DefaultValue("1s") Duration queueFor,
        @DefaultValue Map<String, Lane> lanes) {

    /** How many requests of one lane may wait for a service's headers at once, and how long one more waits for a place. */
    record Lane(int callsAtOnce, Duration queueFor) {}

    /** Of a lane that is not configured, those of a service. */
    Lane lane(@Nullable String name) {
        Lane usual = new Lane(callsAtOnce, queueFor);
        return name == null ? usual : lanes.getOrDefault(name, usual);
    }

    Duration responseTimeout(String service) {
        return patience.getOrDefault(service, answerWithin);
    }
}
