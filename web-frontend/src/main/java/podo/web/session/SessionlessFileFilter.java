package podo.web.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/** Makes Spring Session skip requests for static files, which need no session, by marking them as already filtered. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionlessFileFilter extends HttpFilter {

    private static final String ALREADY_FILTERED = SessionRepositoryFilter.class.getName() + ".FILTERED";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (StaticFiles.isAskedFor(request)) {
            request.setAttribute(ALREADY_FILTERED, true);
        }
        chain.doFilter(request, response);
    }
}
