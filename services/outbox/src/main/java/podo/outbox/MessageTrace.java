package podo.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Keeps the trace of the request that says a message with its outbox record, because another thread publishes it later, perhaps in another
 * process. The consumer's listener goes on with that trace.
 */
final class MessageTrace {

    /** W3C Trace Context; the second is there only when a tracing system adds to it. */
    private static final List<String> HEADERS = List.of("traceparent", "tracestate");

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    MessageTrace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    void keep(Map<String, String> context) {
        Tracer known = tracer.getIfAvailable();
        Propagator format = propagator.getIfAvailable();
        Span span = known == null ? null : known.currentSpan();
        if (span != null && format != null) {
            format.inject(span.context(), context, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.put(name, value);
                }
            });
        }
    }

    static void continueIn(Headers headers, Map<String, String> context) {
        for (String name : HEADERS) {
            String value = context.get(name);
            if (value != null) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
