package podo.starter.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriUtils;
import podo.starter.problem.NotFound;

/** Hidden copies of events and rooms of presales have negative ids; from outside there is nothing with such an id. */
class NoHiddenCopies implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // as Spring reads a number: decoded, without spaces
        String path = StringUtils.trimAllWhitespace(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        if (path.contains("/events/-")) {
            throw new NotFound();
        }
        return true;
    }
}
