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
 * Refuses a forged or expired token, and a missing one where the call is not open to all. What a caller may do is for the
 * services, which check the token again.
 */
@Component
class TokenCheck {

    /** Whose token it is. */
    record Caller(long id) {}

    private static final String BEARER = "Bearer ";

    /** An old token in the header must not keep anybody from getting a new one. */
    private static final List<RequestPattern> BLIND =
            List.of(RequestPattern.of("POST /api/tokens/**"), RequestPattern.of("POST /api/payments/webhooks/**"));

    private static final List<RequestPattern> OPEN = List.of(
            RequestPattern.of("POST /api/users"),
            RequestPattern.of("GET /api/events"),
            RequestPattern.of("GET /api/events/{id}"),
            RequestPattern.of("GET /api/events/{id}/fairness/**"),
            RequestPattern.of("GET /api/events/{id}/seats/layout"),
            RequestPattern.of("GET /api/docs/**"));

    private final JwtDecoder decoder;

    TokenCheck(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /** The caller; null when nobody is logged in and nobody has to be. */
    @Nullable
    Caller check(HttpServletRequest call, PathContainer path) {
        String method = call.getMethod();
        if (isOneOf(BLIND, method, path)) {
            return null;
        }
        String header = call.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            if (isOneOf(OPEN, method, path)) {
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
            throw GatewayProblem.away();
        }
    }

    private static boolean isOneOf(List<RequestPattern> calls, String method, PathContainer path) {
        for (RequestPattern call : calls) {
            if (call.matches(method, path)) {
                return true;
            }
        }
        return false;
    }
}
