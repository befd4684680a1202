package podo.starter.drain;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of callers. While the process drains, each response closes its connection, so that no caller keeps one to it. */
class RequestsInFlight extends HttpFilter {

    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean draining;
    private volatile long lastNanos = System.nanoTime();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isWatching(request)) {
            chain.doFilter(request, response);
            return;
        }
        count.incrementAndGet();
        try {
            if (draining) {
                lastNanos = System.nanoTime();
                response.setHeader("Connection", "close");
            }
            chain.doFilter(request, response);
        } finally {
            count.decrementAndGet();
        }
    }

    void closeConnections() {
        lastNanos = System.nanoTime();
        draining = true;
    }

    /** Whether no request is running, and none came within the time. */
    boolean areOver(Duration quiet) {
        return count.get() == 0 && System.nanoTime() - lastNanos >= quiet.toNanos();
    }

    /** Probes and scrapes come as long as the process lives. */
    private static boolean isWatching(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }
}
