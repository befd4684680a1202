package podo.web.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import podo.starter.edge.PublicUrl;
import podo.starter.response.SharedResponseFilter;
import podo.starter.response.SharedResponses;
import podo.web.page.PageSettings;
import podo.web.page.ResponseKind;
import podo.web.session.StaticFiles;

/** Which pages and files are shared, for how long, and what their variants are. */
@Configuration(proxyBeanMethods = false)
class SharedPageConfiguration {

    /** After the observation of requests, before the session and security. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final int PAGES_BYTES = 32 << 20;
    private static final int FILES_BYTES = 64 << 20;
    private static final int LONGEST_QUERY = 500;

    private static final Pattern PAGES = Pattern.compile("/|/events/[1-9][0-9]{0,18}");

    @Bean
    FilterRegistrationBean<SharedResponseFilter> sharedPages(
            PageSettings settings,
            LocaleResolver languages,
            @Value("${server.servlet.session.cookie.name:JSESSIONID}") String cookie,
            PublicUrl publicUrl) {
        String sessionCookie = publicUrl.cookieName(cookie);
        SharedResponses pages = new SharedResponses(settings.pagesKept(), PAGES_BYTES);
        return register(new SharedResponseFilter(
                pages,
                request -> isShared(request, sessionCookie) ? variant(request, languages) : null,
                "public, max-age=1",
                "Cookie, Accept-Language, Accept, HX-Request"));
    }

    /** The files' names or folders change with their content. */
    @Bean
    FilterRegistrationBean<SharedResponseFilter> sharedFiles() {
        SharedResponses files = new SharedResponses(Duration.ofDays(1), FILES_BYTES);
        return register(
                new SharedResponseFilter(files, request -> StaticFiles.isAskedFor(request) ? "file" : null, null, ""));
    }

    private static FilterRegistrationBean<SharedResponseFilter> register(SharedResponseFilter filter) {
        FilterRegistrationBean<SharedResponseFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(ORDER);
        return registration;
    }

    /** Whoever has a session sees their own header; whoever chooses a language gets a cookie. */
    private static boolean isShared(HttpServletRequest request, String sessionCookie) {
        String query = request.getQueryString();
        return PAGES.matcher(request.getRequestURI()).matches()
                && (query == null || query.length() <= LONGEST_QUERY && !query.contains("lang="))
                && !hasCookie(request, sessionCookie);
    }

    private static boolean hasCookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable String variant(HttpServletRequest request, LocaleResolver languages) {
        if (!ResponseKind.wantsHtml(request)) {
            return null;
        }
        return languages.resolveLocale(request).getLanguage() + (ResponseKind.isHtmx(request) ? " part" : " page");
    }
}
