package podo.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import podo.gateway.refusal.Refused;

/**
 * Refuses a forged or expired token, and a missing one where the call is not open to all. What a caller may do is for the
 * services, which check the token again. A signature is worked out once a minute per token, not once per call.
 */
@Component
class TokenCheck {

    /** Whose token it is, and until when. */
    record Caller(long id, Instant until) {}

    private static final String BEARER = "Bearer ";

    /** An old token in the header must not keep anybody from getting a new one. */
    private static final List<Call> BLIND =
            List.of(Call.of("POST /api/tokens/**"), Call.of("POST /api/payments/webhooks/**"));

    private static final List<Call> OPEN = List.of(
            Call.of("POST /api/users"),
            Call.of("GET /api/events"),
            Call.of("GET /api/events/{id}"),
            Call.of("GET /api/events/{id}/fairness/**"),
            Call.of("GET /api/events/{id}/seats/layout"),
            Call.of("GET /api/docs/**"));

    private final Cache<String, Caller> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final JwtDecoder decoder;
    private final Clock clock;

    TokenCheck(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
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
            throw Refused.unauthorized();
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refused.unauthorized();
        }
        return caller(header.substring(BEARER.length()).strip());
    }

    private Caller caller(String token) {
        Caller caller = known.getIfPresent(token);
        if (caller == null) {
            caller = verify(token);
            known.put(token, caller);
        }
        if (!caller.until().isAfter(clock.instant())) {
            throw Refused.unauthorized();
        }
        return caller;
    }

    private Caller verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            Instant until = jwt.getExpiresAt();
            if (until == null) {
                throw Refused.unauthorized();
            }
            return new Caller(Long.parseLong(jwt.getSubject()), until);
        } catch (BadJwtException | NumberFormatException e) {
            throw Refused.unauthorized();
        } catch (JwtException e) {
            throw Refused.away();
        }
    }

    private static boolean isOneOf(List<Call> calls, String method, PathContainer path) {
        for (Call call : calls) {
            if (call.matches(method, path)) {
                return true;
            }
        }
        return false;
    }
}
