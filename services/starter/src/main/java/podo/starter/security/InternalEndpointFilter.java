package podo.starter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import podo.starter.problem.ProblemWriter;
import podo.starter.tls.PeerNames;

/** Requires a valid service token on {@code /internal/**}, else 401, of a service that may call this one, else 403. */
class InternalEndpointFilter extends OncePerRequestFilter {

    /**
     * Which services may call. Between TLS servers the certificate must bear the name that the token says, and the service must be one
     * of {@code podo.internal-callers}; by plain http, in the tests of one module, the token is all there is.
     *
     * @param byCertificate whether this server asks its callers for certificates
     */
    record Callers(Set<String> allowed, boolean byCertificate) {

        boolean allow(String service, HttpServletRequest request) {
            return !byCertificate
                    || allowed.contains(service) && PeerNames.of(request).contains(service);
        }
    }

    private final ServiceTokens tokens;
    private final Callers callers;
    private final ProblemWriter problems;

    InternalEndpointFilter(ServiceTokens tokens, Callers callers, ProblemWriter problems) {
        this.tokens = tokens;
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<String> caller = tokens.caller(
                header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : null);
        if (caller.isEmpty()) {
            problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized");
            return;
        }
        if (!callers.allow(caller.get(), request)) {
            problems.write(response, HttpStatus.FORBIDDEN, "forbidden");
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller.get(), null, AuthorityUtils.createAuthorityList("ROLE_SERVICE")));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
