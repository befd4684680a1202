package podo.starter.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import podo.starter.trace.NotableRequests.Notable;

/** Leaves the trace id with the request, and keeps requests that were refused or took {@code podo.operations.slow-after}. */
class TraceFilter extends OncePerRequestFilter {

    private final NotableRequests notable;
    private final long slowNanos;
    private final Clock clock;

    TraceFilter(NotableRequests notable, Duration slowAfter, Clock clock) {
        this.notable = notable;
        this.slowNanos = slowAfter.toNanos();
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceId = TraceIds.current();
        if (traceId == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(TraceIds.ATTRIBUTE, traceId);
        long start = System.nanoTime();
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            // a stream lasts as long as its page is open
            if (!request.isAsyncStarted()) {
                keepIfNotable(request, failed ? 500 : response.getStatus(), System.nanoTime() - start, traceId);
            }
        }
    }

    private void keepIfNotable(HttpServletRequest request, int status, long nanos, String traceId) {
        boolean refused = status >= 400 && status != 401 && status != 404;
        if (refused || nanos >= slowNanos) {
            Object problem = request.getAttribute(Refusal.ATTRIBUTE);
            String kind = !refused ? NotableRequests.SLOW : problem == null ? "status-" + status : problem.toString();
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            notable.add(new Notable(
                    clock.instant(),
                    kind,
                    request.getMethod(),
                    pattern == null ? "-" : pattern.toString(),
                    status,
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    traceId));
        }
    }
}
