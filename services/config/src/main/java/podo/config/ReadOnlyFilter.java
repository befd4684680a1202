package podo.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Settings are only read here, by names of services and profiles: Spring's {@code /encrypt} and {@code /decrypt}, which have no key, would
 * answer 500, and a name like {@code ..} or {@code (_)} would be a stack trace in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadOnlyFilter extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern NAMES = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9,._-]*)*/?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod())) {
            if (NAMES.matcher(request.getRequestURI()).matches()) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
