package podo.web.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/** Makes Spring Session skip streams and place requests that carry a valid watch token: their session is not read. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionlessWatchFilter extends HttpFilter {

    private static final String ALREADY_FILTERED = SessionRepositoryFilter.class.getName() + ".FILTERED";
    private static final Pattern WATCH_PATHS = Pattern.compile("/events/\\d+/(queue/me|(queue|seats)/stream)");

    private final transient WatchTokens watchTokens;

    SessionlessWatchFilter(WatchTokens watchTokens) {
        this.watchTokens = watchTokens;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (WATCH_PATHS.matcher(request.getRequestURI()).matches() && watchTokens.acceptAndRenew(request, response)) {
            request.setAttribute(ALREADY_FILTERED, true);
        }
        chain.doFilter(request, response);
    }
}
