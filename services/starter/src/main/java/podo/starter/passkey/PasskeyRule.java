package podo.starter.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses calls of {@link NeedsPasskey} endpoints without a passkey. Callers without the roles get the endpoint's own refusal. */
class PasskeyRule implements HandlerInterceptor {

    private static final Set<String> ROLES = Set.of("ROLE_ORGANISER", "ROLE_OPERATOR");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(NeedsPasskey.class)
                && SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                && hasRole(caller)
                && !LogInMethod.isPasskey(caller.getToken())) {
            throw new PasskeyRequired();
        }
        return true;
    }

    private static boolean hasRole(Authentication caller) {
        return caller.getAuthorities().stream().anyMatch(role -> ROLES.contains(String.valueOf(role.getAuthority())));
    }
}
