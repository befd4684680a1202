package podo.gateway.route;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service may cost the others.
 *
 * @param answerWithin how long a service may take until its headers are there
 * @param patience the same for single services, by name
 * @param callsAtOnce how many calls may wait for one service's headers
 * @param queueFor how long one more call waits for a place among them
 */
@ConfigurationProperties("podo.gateway.forward")
record ForwardSettings(
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue Map<String, Duration> patience,
        @DefaultValue("512") int callsAtOnce,
        @DefaultValue("1s") Duration queueFor) {

    Duration patienceWith(String service) {
        return patience.getOrDefault(service, answerWithin);
    }
}
