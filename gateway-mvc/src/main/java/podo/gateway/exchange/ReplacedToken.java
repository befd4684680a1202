package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The access token that a request is forwarded with in place of the key that it came with, kept with the request. */
public final class ReplacedToken {

    private static final String ATTRIBUTE = ReplacedToken.class.getName();

    private ReplacedToken() {}

    public static void set(HttpServletRequest request, String token) {
        request.setAttribute(ATTRIBUTE, token);
    }

    static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String token ? token : null;
    }
}
