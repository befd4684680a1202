package podo.web.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;
import podo.starter.edge.PublicUrl;

/**
 * The device tokens of the accounts that logged in at this browser, newest first. They outlive log-out, open nothing by themselves, and
 * keep others' wrong passwords from delaying this browser's log-in.
 */
@Component
class DeviceCookie {

    private static final String NAME = "podo-device";
    private static final Duration LIFE = Duration.ofDays(365);
    private static final int ACCOUNTS = 3;
    private static final String SEPARATOR = "~";

    private final PublicUrl publicUrl;

    DeviceCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The tokens that came with the current request. */
    List<String> ofCurrentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? read(current.getRequest())
                : List.of();
    }

    /** Keeps the token, in place of an older one of the same account. */
    void add(String token, HttpServletRequest request, HttpServletResponse response) {
        String account = token.substring(0, token.indexOf('.') + 1);
        String value = Stream.concat(
                        Stream.of(token), read(request).stream().filter(older -> !older.startsWith(account)))
                .limit(ACCOUNTS)
                .reduce((one, next) -> one + SEPARATOR + next)
                .orElse(token);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(publicUrl.cookieName(NAME), value)
                        .path("/")
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(publicUrl.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private List<String> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, publicUrl.cookieName(NAME));
        return cookie == null
                ? List.of()
                : Arrays.stream(cookie.getValue().split(SEPARATOR))
                        .filter(token -> token.matches("[A-Za-z0-9_.-]{1,200}"))
                        .limit(ACCOUNTS)
                        .toList();
    }
}
