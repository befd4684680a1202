package podo.web.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import podo.starter.problem.ProblemWriter;
import podo.starter.sse.TooManyStreams;

/**
 * Lets at most 32 streams open at the same time; a request that waits longer than 1 s gets 503 and its page polls. Opening
 * needs a session read, a call and Tomcat's buffers, and thousands of reconnects in one second would exhaust the heap.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 2)
class StreamOpenLimiter extends HttpFilter {

    private static final int MAX_OPENING = 32;

    private final transient Semaphore permits = new Semaphore(MAX_OPENING);
    private final transient ProblemWriter problems;

    StreamOpenLimiter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getRequestURI().endsWith("/stream")) {
            chain.doFilter(request, response);
        } else if (acquirePermit()) {
            try {
                chain.doFilter(request, response);
            } finally {
                permits.release();
            }
        } else {
            problems.write(response, new TooManyStreams());
        }
    }

    private boolean acquirePermit() {
        try {
            return permits.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
