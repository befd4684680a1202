package podo.gateway.refusal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fan's language, found where the pages find it: {@code ?lang=}, then the cookie, then the browser's wish. */
final class RequestLanguage {

    private static final String COOKIE = "podo-lang";
    private static final Pattern WISH = Pattern.compile("(?:^|&)lang=(ko|en)(?:&|$)");

    private RequestLanguage() {}

    /** Korean, or the root's English. */
    static Locale of(HttpServletRequest request) {
        return named(request).equals("ko") ? Locale.KOREAN : Locale.ROOT;
    }

    private static String named(HttpServletRequest request) {
        // not getParameter: that would read the body of a form
        String query = request.getQueryString();
        Matcher wish = WISH.matcher(query == null ? "" : query);
        if (wish.find()) {
            return wish.group(1);
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return request.getLocale().getLanguage();
    }
}
