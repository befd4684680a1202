package podo.starter.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses calls of {@link NeedsPasskey} endpoints without a passkey, whichever role in a team the caller has. Callers without any were refused
 * by the filter chain.
 */
class PasskeyRule implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(NeedsPasskey.class)
                && SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                && !LogInMethod.isPasskey(caller.getToken())) {
            throw new PasskeyRequired();
        }
        return true;
    }
}
