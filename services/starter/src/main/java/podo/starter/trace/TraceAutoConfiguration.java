package podo.starter.trace;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Trace ids, and what operators see of this process. */
@AutoConfiguration
class TraceAutoConfiguration {

    /** Boot's filter that begins the trace is the first but one. */
    private static final int INSIDE_THE_TRACE = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    TraceHeaders traceHeaders(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceHeaders(tracer, propagator);
    }

    @Bean
    NotableRequests notableRequests() {
        return new NotableRequests();
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(
            NotableRequests notable,
            @Value("${podo.operations.slow-after:1s}") Duration slowAfter,
            ObjectProvider<Clock> clock) {
        var registration = new FilterRegistrationBean<>(
                new TraceFilter(notable, slowAfter, clock.getIfAvailable(Clock::systemUTC)));
        registration.setOrder(INSIDE_THE_TRACE);
        return registration;
    }

    /** In services with an API; pages and gateway have no chain that asks for an operator's token. */
    @Bean
    @ConditionalOnProperty("podo.internal-callers")
    OperationsController operationsController(ObjectProvider<MeterRegistry> meters, NotableRequests notable) {
        return new OperationsController(meters, notable);
    }
}
