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

/** Lets only straight paths in, so that what is routed is what was asked: the rest is 404, whatever it hides. */
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
        if (CanonicalPath.is(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            refusals.write(request, response, new NotFound());
        }
    }
}
