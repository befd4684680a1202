package podo.web.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one process says of itself at {@code /operations}.
 *
 * @param figures by name and tags, as in {@code podo.payments{result=paid}}
 */
record ProcessReading(Map<String, Double> figures, List<Seen> requests) {

    /** Of a process that did not answer. */
    static final ProcessReading NONE = new ProcessReading(Map.of(), List.of());

    /**
     * A request that was refused or slow.
     *
     * @param kind the problem's name, or {@code slow}
     * @param path the pattern of its controller, without ids
     * @param service null until it is known which process said it
     */
    record Seen(
            Instant at,
            String kind,
            String method,
            String path,
            int status,
            long millis,
            String traceId,
            @Nullable String service) {

        Seen by(String name) {
            return new Seen(at, kind, method, path, status, millis, traceId, name);
        }

        public boolean isFailure() {
            return status >= 500;
        }
    }
}
