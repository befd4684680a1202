package podo.starter.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import podo.starter.problem.NotFound;

/** Hidden copies of events have negative ids; from outside there is nothing with such an id. */
class NoHiddenCopies implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getRequestURI().startsWith("/api/events/-")) {
            throw new NotFound();
        }
        return true;
    }
}
