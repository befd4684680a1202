package podo.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/** Files are the same for all: nobody's session is read for them, so they pass Spring Session as if it had seen them. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionlessFileFilter extends HttpFilter {

    private static final String SEEN = SessionRepositoryFilter.class.getName() + ".FILTERED";
    private static final List<String> FILES = List.of("/assets/", "/webjars/", "/posters/");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (FILES.stream().anyMatch(request.getRequestURI()::startsWith)) {
            request.setAttribute(SEEN, true);
        }
        chain.doFilter(request, response);
    }
}
