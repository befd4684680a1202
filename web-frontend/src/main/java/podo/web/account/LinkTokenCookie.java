package podo.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import podo.starter.edge.PublicUrl;

/**
 * Takes the token of a mail's link out of the address: it goes into a cookie that scripts don't see, and the browser is led to the same page
 * without it, so that neither the history nor a Referer nor somebody who looks on has it.
 */
@Component
public class LinkTokenCookie {

    private static final String TOKEN = "[A-Za-z0-9_-]{1,200}";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final PublicUrl publicUrl;

    LinkTokenCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param page the path of the page, which alone gets the cookie */
    public void keep(String token, String page, HttpServletResponse response) {
        write(token.matches(TOKEN) ? token : "", LIFE, page, response);
    }

    /** Null without a token. */
    public @Nullable String read(String page, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name(page));
        return cookie == null || !cookie.getValue().matches(TOKEN) ? null : cookie.getValue();
    }

    public void forget(String page, HttpServletResponse response) {
        write("", Duration.ZERO, page, response);
    }

    private void write(String value, Duration life, String page, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(page), value)
                        .path(publicUrl.cookiePath(page))
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(publicUrl.isSecure())
                        // the link is opened from a mail, which is another site
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private String name(String page) {
        return publicUrl.cookieName("podo" + page.replace('/', '-'));
    }
}
