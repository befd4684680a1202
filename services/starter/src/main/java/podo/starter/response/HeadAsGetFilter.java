package podo.starter.response;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets everything behind it, access rules first, treat HEAD as GET, so that both have the same status and headers. Tomcat knows the
 * real method and sends no body.
 */
final class HeadAsGetFilter extends HttpFilter {

    private static final String HEAD = "HEAD";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(HEAD.equals(request.getMethod()) ? new AsGet(request) : request, response);
    }

    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
