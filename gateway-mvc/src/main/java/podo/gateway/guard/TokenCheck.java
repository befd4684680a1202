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
import podo.gateway.exchange.ReplacedToken;
import podo.gateway.key.KeyExchange;
import podo.gateway.refusal.GatewayProblem;
import podo.starter.key.ApiKeyText;

/**
 * Refuses a forged or expired token, and a missing one unless the endpoint is public. A key is exchanged for a token first, which the request is
 * forwarded with. Roles and scopes are checked by the services, which verify the token again.
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
            RequestPattern.of("GET /api/events/{id}/presales"),
            RequestPattern.of("GET /api/events/{id}/seats/layout"),
            RequestPattern.of("GET /api/ticket-keys"),
            RequestPattern.of("GET /api/docs/**"));

    /** The rule of {@code podo.limits} that counts unknown keys. */
    private static final String KEY_GUESSES = "key-guess";

    private final JwtDecoder decoder;
    private final KeyExchange keys;
    private final AddressLimits limits;

    TokenCheck(JwtDecoder decoder, KeyExchange keys, AddressLimits limits) {
        this.decoder = decoder;
        this.keys = keys;
        this.limits = limits;
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
        String token = header.substring(BEARER.length()).strip();
        return caller(ApiKeyText.isMeant(token) ? exchanged(token, request) : token);
    }

    /** Throws 429 for an address that has sent too many unknown keys, unless it sends a known one. */
    private String exchanged(String key, HttpServletRequest request) {
        if (!ApiKeyText.isWellFormed(key)) {
            throw GatewayProblem.unauthorized();
        }
        if (keys.isStrange(key)) {
            limits.requireLeft(KEY_GUESSES, request);
        }
        String token = keys.exchange(key);
        if (token == null) {
            limits.spend(KEY_GUESSES, request);
            throw GatewayProblem.unauthorized();
        }
        ReplacedToken.set(request, token);
        return token;
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
