package podo.starter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import podo.starter.problem.ProblemWriter;

/** Requires a valid service token on {@code /internal/**}; else 401. */
class InternalEndpointFilter extends OncePerRequestFilter {

    private final ServiceTokens tokens;
    private final ProblemWriter problems;

    InternalEndpointFilter(ServiceTokens tokens, ProblemWriter problems) {
        this.tokens = tokens;
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
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller.get(), null, AuthorityUtils.createAuthorityList("ROLE_SERVICE")));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
