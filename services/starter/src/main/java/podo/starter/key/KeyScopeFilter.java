package podo.starter.key;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import podo.starter.problem.ProblemWriter;

/** Lets a key's token make the calls of its scopes and no other, also where a call needs no token at all. */
public class KeyScopeFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    public KeyScopeFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TeamKey key = key();
        if (key != null) {
            Optional<ApiScope> needed = KeyCalls.scopeOf(request.getMethod(), request.getRequestURI());
            if (needed.isEmpty() || !key.scopes().contains(needed.get())) {
                problems.write(response, new ScopeNeeded(needed.orElse(null)));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable TeamKey key() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? KeyClaims.read(caller.getToken())
                : null;
    }
}
