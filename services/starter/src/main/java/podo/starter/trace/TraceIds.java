package podo.starter.trace;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The id of the current trace: 32 hexadecimal digits, the same in logs, problems and the tracing system. */
public final class TraceIds {

    /** Response header of refusals. It is no member of their bodies, so that equal refusals have equal bodies. */
    public static final String HEADER = "Trace-Id";

    /** Where {@link TraceFilter} leaves it for pages of errors, which the container asks for outside of the trace. */
    static final String ATTRIBUTE = "podo.trace.id";

    /** As Micrometer names it in the logging context. */
    private static final String IN_LOGS = "traceId";

    private TraceIds() {}

    public static @Nullable String current() {
        String id = MDC.get(IN_LOGS);
        if (id != null) {
            return id;
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (String) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
