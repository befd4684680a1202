package podo.starter.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;

/** The current trace as W3C headers ({@code traceparent}), for calls that no {@code RestClient} makes; none where nothing is traced. */
public class TraceHeaders {

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    TraceHeaders(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** @param header called with each header's name and value */
    public void write(BiConsumer<String, String> header) {
        Tracer known = tracer.getIfAvailable();
        Propagator format = propagator.getIfAvailable();
        Span span = known == null ? null : known.currentSpan();
        if (span != null && format != null) {
            format.inject(span.context(), header, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.accept(name, value);
                }
            });
        }
    }
}
