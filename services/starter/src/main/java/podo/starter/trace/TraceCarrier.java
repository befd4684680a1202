package podo.starter.trace;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;

/** Carries the trace of a request to the threads that work for it. */
public final class TraceCarrier {

    private static final ContextSnapshotFactory TRACES = ContextSnapshotFactory.builder()
            .captureKeyPredicate(ObservationThreadLocalAccessor.KEY::equals)
            .build();

    private TraceCarrier() {}

    /** The work, as a part of what the current thread does. */
    public static Runnable carry(Runnable work) {
        ContextSnapshot current = TRACES.captureAll();
        return () -> {
            try (ContextSnapshot.Scope scope = current.setThreadLocals()) {
                work.run();
            }
        };
    }
}
