package podo.web.shared;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import podo.starter.edge.PublicUrl;
import podo.starter.response.SharedResponseFilter;
import podo.starter.response.SharedResponses;
import podo.web.page.ResponseKind;
import podo.web.page.Visitor;
import podo.web.session.StaticFiles;

/** Which pages and files are shared, for how long, and what their variants are. */
@Configuration(proxyBeanMethods = false)
class SharedPageConfiguration {

    /** Behind the observation of requests, before the session and security. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Behind Spring Security. */
    private static final int PERSONAL_ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    private static final int FILES_BYTES = 64 << 20;
    private static final int LONGEST_QUERY = 500;

    private static final Pattern PAGES = Pattern.compile("/|/calendar|/events/[1-9][0-9]{0,18}");

    @Bean
    FilterRegistrationBean<SharedResponseFilter> sharedPageFilter(
            SharedPages pages,
            LocaleResolver languages,
            @Value("${server.servlet.session.cookie.name:JSESSIONID}") String cookie,
            PublicUrl publicUrl) {
        String sessionCookie = publicUrl.cookieName(cookie);
        return register(
                new SharedResponseFilter(
                        pages.finished(),
                        request -> isShared(request) && !hasCookie(request, sessionCookie)
                                ? variant(request, languages)
                                : null,
                        "public, max-age=1, stale-while-revalidate=1",
                        "Cookie, Accept-Language, Accept, HX-Request"),
                ORDER);
    }

    /** The same pages for those who are logged in. */
    @Bean
    FilterRegistrationBean<PersonalPageFilter> personalPageFilter(SharedPages pages, LocaleResolver languages) {
        return register(
                new PersonalPageFilter(
                        pages,
                        (request, me) -> isShared(request) && !ResponseKind.isHtmx(request)
                                ? personalKey(request, me, languages)
                                : null),
                PERSONAL_ORDER);
    }

    /** The files' names or folders change with their content. */
    @Bean
    FilterRegistrationBean<SharedResponseFilter> sharedFileFilter() {
        SharedResponses files = new SharedResponses(Duration.ofDays(1), FILES_BYTES);
        return register(
                new SharedResponseFilter(files, request -> StaticFiles.isAskedFor(request) ? "file" : null, null, ""),
                ORDER);
    }

    private static <F extends Filter> FilterRegistrationBean<F> register(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** Whoever chooses a language gets a cookie. */
    private static boolean isShared(HttpServletRequest request) {
        String query = request.getQueryString();
        return PAGES.matcher(request.getRequestURI()).matches()
                && (query == null || query.length() <= LONGEST_QUERY && !query.contains("lang="));
    }

    /** An organiser's header has one link more. */
    private static @Nullable String personalKey(HttpServletRequest request, Visitor me, LocaleResolver languages) {
        String variant = variant(request, languages);
        return variant == null
                ? null
                : variant + (me.organiser() ? " organiser" : " fan") + (me.operator() ? " operator" : "")
                        + (me.isDoorStaff() ? " door " : " ")
                        + request.getRequestURI() + "?" + request.getQueryString();
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
