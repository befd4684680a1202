package podo.starter.health;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes the time of POSTs in milliseconds, the neighbours that they ask included; one that failed (5xx) counts as slow. */
public final class CallTimer implements HandlerInterceptor {

    /** What a call counts as that gave the fan nothing, however quickly. */
    public static final Duration FAILED = Duration.ofMinutes(1);

    private static final String BEGAN = "podo.call.began";

    private final RecentValues times;

    public CallTimer(RecentValues times) {
        this.times = times;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGAN, System.nanoTime());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getMethod().equals("POST") && request.getAttribute(BEGAN) instanceof Long began) {
            boolean gaveNothing = failed != null || response.getStatus() >= 500;
            times.note(gaveNothing ? FAILED.toMillis() : (System.nanoTime() - began) / 1e6);
        }
    }
}
