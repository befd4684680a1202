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
import podo.gateway.exchange.ProxyExchange;
import podo.gateway.refusal.RefusalWriter;

/** One forwarder per service, each with its own circuit breaker and bulkhead: an ill one pulls nobody down. */
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
    private final UpstreamInstances neighbours;
    private final ProxyExchange trip;
    private final RefusalWriter refusals;
    private final ForwardSettings settings;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    Forwarders(
            UpstreamInstances neighbours,
            ProxyExchange trip,
            RefusalWriter refusals,
            ForwardSettings settings,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        this.neighbours = neighbours;
        this.trip = trip;
        this.refusals = refusals;
        this.settings = settings;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    /** The way to the service of this name, with the path as it came. */
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
        return new Forwarder(service, neighbours, trip, refusals, settings.patienceWith(service), breaker, bulkhead);
    }
}
