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

/** A page that watches, by its stream or by asking for the place, passes Spring Session as if it had been seen there, when it has a wristband. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionlessWatchFilter extends HttpFilter {

    private static final String SEEN = SessionRepositoryFilter.class.getName() + ".FILTERED";
    private static final Pattern WATCHING = Pattern.compile("/events/\\d+/(queue/me|(queue|seats)/stream)");

    private final transient WatchTokens wristbands;

    SessionlessWatchFilter(WatchTokens wristbands) {
        this.wristbands = wristbands;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (WATCHING.matcher(request.getRequestURI()).matches() && wristbands.accept(request, response)) {
            request.setAttribute(SEEN, true);
        }
        chain.doFilter(request, response);
    }
}
