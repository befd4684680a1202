package podo.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.gateway.refusal.GatewayProblem;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.edge.PublicUrl;

/**
 * Answers 421 to a request for another host. Under an https public URL a page that was asked for by http is redirected; a call of
 * the API is refused, because its secrets have been sent already and the client must learn it.
 */
@Component
@Order(-1)
class EdgeFilter extends HttpFilter {

    private final transient ServedHosts hosts;
    private final transient PublicUrl publicUrl;
    private final transient RefusalWriter refusals;

    EdgeFilter(ServedHosts hosts, PublicUrl publicUrl, RefusalWriter refusals) {
        this.hosts = hosts;
        this.publicUrl = publicUrl;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hosts.serve(request.getHeader("Host"), request)) {
            refusals.write(request, response, GatewayProblem.otherHost());
        } else if (publicUrl.isSecure() && "http".equals(request.getAttribute(EdgeValve.SCHEME))) {
            leadToHttps(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void leadToHttps(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!read || request.getRequestURI().startsWith("/api")) {
            refusals.write(request, response, GatewayProblem.needsHttps());
            return;
        }
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
        response.setHeader(
                "Location",
                publicUrl.address(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query));
    }
}
