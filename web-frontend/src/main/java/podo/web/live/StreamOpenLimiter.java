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
 * A stream is cheap while it is open and dear while it opens: a session is read, a place is asked for, Tomcat's buffers are
 * taken. So only some open at once, and who gets no turn within a second polls: thousands who come back in the same second
 * would end the heap before the first of them is in.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 2)
class StreamOpenLimiter extends HttpFilter {

    private static final int AT_ONCE = 32;

    private final transient Semaphore turns = new Semaphore(AT_ONCE);
    private final transient ProblemWriter problems;

    StreamOpenLimiter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getRequestURI().endsWith("/stream")) {
            chain.doFilter(request, response);
        } else if (myTurn()) {
            try {
                chain.doFilter(request, response);
            } finally {
                turns.release();
            }
        } else {
            problems.write(response, new TooManyStreams());
        }
    }

    private boolean myTurn() {
        try {
            return turns.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
