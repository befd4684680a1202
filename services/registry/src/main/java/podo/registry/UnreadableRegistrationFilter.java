package podo.registry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers 400 where Eureka throws: it takes a body like {@code null} for an instance, and the sender would read 500 as an outage. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableRegistrationFilter extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRegistrationFilter.class);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !request.getRequestURI().startsWith("/eureka/")) {
                throw e;
            }
            log.info(
                    "Refused {} of a registration: {}",
                    request.getMethod(),
                    rootOf(e).getClass().getSimpleName());
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
