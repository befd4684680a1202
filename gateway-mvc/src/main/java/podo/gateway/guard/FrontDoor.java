package podo.gateway.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.door.problem.NotFound;
import podo.gateway.refusal.Refusals;

/** Lets only straight paths in, so that what is routed is what was asked: the rest is 404, whatever it hides. */
@Component
@Order(0)
class FrontDoor extends HttpFilter {

    private final transient Refusals refusals;

    FrontDoor(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (StraightPath.is(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            refusals.write(request, response, new NotFound());
        }
    }
}
