package podo.refusals;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 to parameters that Tomcat can't decode ({@code %zz}, {@code %ff}), to names with control characters, which Spring Security
 * answers with a 500 where somebody reads all names, and to too many of them. Tomcat throws at every read of
 * a parameter, also while the error is answered, so the error dispatch sees a request without parameters.
 */
class UnreadableParameterFilter extends OncePerRequestFilter implements Ordered {

    private static final Logger log = LoggerFactory.getLogger(UnreadableParameterFilter.class);

    /** After Spring's CharacterEncodingFilter: whoever reads a form before it gets Korean as Latin letters. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reason = unreadable(request);
        if (reason == null) {
            chain.doFilter(request, response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new WithoutParameters(request), response);
        } else {
            log.info("Refused parameters: {}", reason);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static @Nullable String unreadable(HttpServletRequest request) {
        try {
            for (String name : request.getParameterMap().keySet()) {
                if (name.chars().anyMatch(Character::isISOControl)) {
                    return "a name with control characters";
                }
            }
            return null;
        } catch (IllegalStateException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static class WithoutParameters extends HttpServletRequestWrapper {

        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
