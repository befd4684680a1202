package podo.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import podo.gateway.refusal.GatewayProblem;

/**
 * Refuses a forged or expired token, and a missing one unless the endpoint is public. Roles are checked by the services, which
 * verify the token again.
 */
@Component
class TokenCheck {

    /** @param id the fan's id, the token's subject */
    record Caller(long id) {}

    private static final String BEARER = "Bearer ";

    /** Endpoints whose Authorization header is ignored: an expired token must not prevent getting a new one. */
    private static final List<RequestPattern> TOKEN_IGNORED = List.of(
            RequestPattern.of("POST /api/tokens/**"),
            RequestPattern.of("POST /api/users/password-reset"),
            RequestPattern.of("POST /api/users/password"),
            RequestPattern.of("POST /api/users/email-confirmation"),
            RequestPattern.of("POST /api/payments/webhooks/**"));

    private static final List<RequestPattern> PUBLIC = List.of(
            RequestPattern.of("POST /api/users"),
            RequestPattern.of("GET /api/events"),
            RequestPattern.of("GET /api/events/{id}"),
            RequestPattern.of("GET /api/events/{id}/posters/{name}"),
            RequestPattern.of("GET /api/events/{id}/fairness/**"),
            RequestPattern.of("GET /api/events/{id}/seats/layout"),
            RequestPattern.of("GET /api/ticket-keys"),
            RequestPattern.of("GET /api/docs/**"));

    private final JwtDecoder decoder;

    TokenCheck(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /** The caller; null on a public endpoint without a token. */
    @Nullable
    Caller check(HttpServletRequest request, PathContainer path) {
        String method = request.getMethod();
        if (matchesAny(TOKEN_IGNORED, method, path)) {
            return null;
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            if (matchesAny(PUBLIC, method, path)) {
                return null;
            }
            throw GatewayProblem.unauthorized();
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw GatewayProblem.unauthorized();
        }
        return caller(header.substring(BEARER.length()).strip());
    }

    private Caller caller(String token) {
        try {
            return new Caller(Long.parseLong(decoder.decode(token).getSubject()));
        } catch (BadJwtException | NumberFormatException e) {
            throw GatewayProblem.unauthorized();
        } catch (JwtException e) {
            throw GatewayProblem.unavailable();
        }
    }

    private static boolean matchesAny(List<RequestPattern> patterns, String method, PathContainer path) {
        for (RequestPattern pattern : patterns) {
            if (pattern.matches(method, path)) {
                return true;
            }
        }
        return false;
    }
}
