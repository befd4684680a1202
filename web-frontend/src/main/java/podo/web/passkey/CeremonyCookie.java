package podo.web.passkey;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import podo.starter.edge.PublicUrl;

/**
 * Binds a ceremony to the browser that began it: an answer that was made for another browser's challenge is sent without that challenge's
 * name. Scripts don't see the cookie.
 */
@Component
public class CeremonyCookie {

    private static final String NAME = "podo-passkey";
    private static final String FORM = "[A-Za-z0-9_-]{1,100}";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final PublicUrl publicUrl;

    CeremonyCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    void keep(String ceremony, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(publicUrl.cookieName(NAME), ceremony)
                        .path("/")
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(publicUrl.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    /** The ceremony that this browser began last; {@code none} without one. */
    public String read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, publicUrl.cookieName(NAME));
        return cookie == null || !cookie.getValue().matches(FORM) ? "none" : cookie.getValue();
    }
}
