package podo.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses another {@code Host} with 421, so that no page in a browser reads settings under a name of its own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConfigHostFilter extends HttpFilter {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "config");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = request.getHeader("Host");
        if (host != null && HOSTS.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", ""))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(421);
        }
    }
}
