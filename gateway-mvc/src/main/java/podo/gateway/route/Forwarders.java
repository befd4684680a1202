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
import org.springframework.stereotype.Component;
import podo.gateway.exchange.StreamingProxy;
import podo.gateway.refusal.RefusalWriter;

/** One forwarder per service, each with its own circuit breaker and bulkhead, so that a failing service does not affect the others. */
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
        return forwarders.computeIfAbsent(service, this::forwarder);
    }

    private Forwarder forwarder(String service) {
        CircuitBreaker breaker = breakers.circuitBreaker(service, BREAKER);
        Bulkhead bulkhead = bulkheads.bulkhead(
                service,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.callsAtOnce())
                        .maxWaitDuration(settings.queueFor())
                        .writableStackTraceEnabled(false)
                        .build());
        return new Forwarder(service, instances, proxy, refusals, settings.responseTimeout(service), breaker, bulkhead);
    }
}
