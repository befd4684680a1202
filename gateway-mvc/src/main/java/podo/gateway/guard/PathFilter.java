package podo.gateway.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.problem.NotFound;

/** Answers 404 to internal and ambiguous paths, so that gateway and services read every path alike. */
@Component
@Order(0)
class PathFilter extends HttpFilter {

    private final transient RefusalWriter refusals;

    PathFilter(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (CanonicalPath.isCanonical(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            refusals.write(request, response, new NotFound());
        }
    }
}
