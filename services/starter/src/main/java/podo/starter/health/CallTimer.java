package podo.starter.health;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Records the duration of POST requests in milliseconds; one that failed (5xx or exception) counts as 1 minute. */
public final class CallTimer implements HandlerInterceptor {

    /** Recorded for a failed request, so that failing quickly does not look healthy. */
    public static final Duration FAILED = Duration.ofMinutes(1);

    private static final String STARTED = "podo.call.started";

    private final RecentValues times;

    public CallTimer(RecentValues times) {
        this.times = times;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(STARTED, System.nanoTime());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        if (request.getMethod().equals("POST") && request.getAttribute(STARTED) instanceof Long started) {
            boolean isFailed = exception != null || response.getStatus() >= 500;
            times.note(isFailed ? FAILED.toMillis() : (System.nanoTime() - started) / 1e6);
        }
    }
}
