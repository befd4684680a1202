package podo.tosssimulator.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for the token (as a bearer token, or as the password of a browser's log-in) when the simulator listens outside loopback.
 * On loopback it asks for a local {@code Host} instead, because the page of a name that was rebound to 127.0.0.1 counts as
 * same-origin. Changes are refused to pages of other origins. {@code POST /simulator/payments} does what the buyer does in the
 * window, which has no token either.
 */
@Component
class PanelGuard implements HandlerInterceptor {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopback;
    private final String token;
    private final JsonMapper json;

    PanelGuard(
            @Value("${server.address}") InetAddress listening,
            @Value("${podo.simulator.token}") String token,
            JsonMapper json) {
        this.loopback = listening.isLoopbackAddress();
        this.token = token;
        this.json = json;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!SAFE.contains(request.getMethod()) && isFromAnotherOrigin(request)) {
            return refuse(response, HttpStatus.FORBIDDEN, "The page of another origin can't change the simulator.");
        }
        if (loopback) {
            return LOCAL_NAMES.contains(request.getServerName())
                    || refuse(response, HttpStatus.FORBIDDEN, "Call the simulator by the name localhost.");
        }
        if (isBuyer(request) || hasToken(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            return true;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Toss simulator: the token is the password\"");
        return refuse(response, HttpStatus.UNAUTHORIZED, "PODO_SIMULATOR_TOKEN is the password, whatever the name.");
    }

    private static boolean isBuyer(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals("/simulator/payments");
    }

    /** Browsers send {@code Sec-Fetch-Site} to secure and local addresses, {@code Origin} to all; programs send neither. */
    private static boolean isFromAnotherOrigin(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST));
    }

    private boolean hasToken(@Nullable String authorization) {
        if (authorization == null || token.isBlank()) {
            return false;
        }
        if (authorization.startsWith("Bearer ")) {
            return isToken(authorization.substring("Bearer ".length()).strip());
        }
        if (authorization.startsWith("Basic ")) {
            try {
                var decoded = Base64.getDecoder()
                        .decode(authorization.substring("Basic ".length()).strip());
                var login = new String(decoded, StandardCharsets.UTF_8);
                return isToken(login.substring(login.indexOf(':') + 1));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return false;
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private boolean refuse(HttpServletResponse response, HttpStatus status, String reason) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, reason));
        return false;
    }
}
