package podo.gateway.refusal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fan's language, in the order that web-frontend uses: {@code ?lang=}, the cookie, Accept-Language. */
final class RequestLanguage {

    private static final List<String> COOKIES = List.of("podo-lang", "__Host-podo-lang");
    private static final Pattern LANG_PARAMETER = Pattern.compile("(?:^|&)lang=(ko|en)(?:&|$)");

    private RequestLanguage() {}

    /** Korean, or the root locale, whose texts are English. */
    static Locale of(HttpServletRequest request) {
        return languageOf(request).equals("ko") ? Locale.KOREAN : Locale.ROOT;
    }

    private static String languageOf(HttpServletRequest request) {
        // not getParameter: it would consume the body of a form
        String query = request.getQueryString();
        Matcher parameter = LANG_PARAMETER.matcher(query == null ? "" : query);
        if (parameter.find()) {
            return parameter.group(1);
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (COOKIES.contains(cookie.getName())) {
                return cookie.getValue();
            }
        }
        return request.getLocale().getLanguage();
    }
}
