package podo.gateway.route;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.gateway.exchange.StreamingProxy;
import podo.gateway.refusal.RefusalWriter;

/** One forwarder per service and lane: a circuit breaker for each service, so that a failing one does not affect the others, and a bulkhead for each lane. */
@Component
public class Forwarders {

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(5)
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .writableStackTraceEnabled(false)
            .build();

    private final Map<String, Forwarder> forwarders = new ConcurrentHashMap<>();
    private final UpstreamInstances instances;
    private final StreamingProxy proxy;
    private final RefusalWriter refusals;
    private final ForwardSettings settings;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    Forwarders(
            UpstreamInstances instances,
            StreamingProxy proxy,
            RefusalWriter refusals,
            ForwardSettings settings,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        this.instances = instances;
        this.proxy = proxy;
        this.refusals = refusals;
        this.settings = settings;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    /** @param service its name in the registry */
    public Forwarder to(String service) {
        return to(service, null);
    }

    /**
     * A lane has a bulkhead of its own, so that many requests of one kind don't keep the others of the same service waiting.
     *
     * @param lane its name in the settings, null for the service's own
     */
    Forwarder to(String service, @Nullable String lane) {
        String name = lane == null ? service : service + "/" + lane;
        return forwarders.computeIfAbsent(name, absent -> forwarder(service, name, settings.lane(lane)));
    }

    private Forwarder forwarder(String service, String name, ForwardSettings.Lane lane) {
        CircuitBreaker breaker = breakers.circuitBreaker(service, BREAKER);
        Bulkhead bulkhead = bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(lane.callsAtOnce())
                        .maxWaitDuration(lane.queueFor())
                        .writableStackTraceEnabled(false)
                        .build());
        return new Forwarder(service, instances, proxy, refusals, settings.responseTimeout(service), breaker, bulkhead);
    }
}
