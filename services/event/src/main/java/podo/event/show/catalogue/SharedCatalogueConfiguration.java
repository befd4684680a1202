package podo.event.show.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import podo.starter.response.SharedResponseFilter;
import podo.starter.response.SharedResponses;

/** Reads of published events without a token are answered from kept bytes. */
@Configuration(proxyBeanMethods = false)
class SharedCatalogueConfiguration {

    /** After the observation of requests, before security. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final int MAX_BYTES = 32 << 20;
    private static final int LONGEST_QUERY = 500;
    private static final Pattern READS = Pattern.compile("/api/events(/filters|/[1-9][0-9]{0,18})?");

    @Bean
    SharedResponses sharedCatalogueResponses(CatalogueSettings settings) {
        return new SharedResponses(settings.cache(), MAX_BYTES);
    }

    @Bean
    FilterRegistrationBean<SharedResponseFilter> sharedCatalogueFilter(SharedResponses responses) {
        FilterRegistrationBean<SharedResponseFilter> registration =
                new FilterRegistrationBean<>(new SharedResponseFilter(
                        responses,
                        request -> isShared(request) ? "public" : null,
                        "public, max-age=1, stale-while-revalidate=1",
                        "Authorization"));
        registration.setOrder(ORDER);
        return registration;
    }

    /** An organiser's token shows their own drafts; {@code mine} without a token is refused, and refusals are not kept. */
    private static boolean isShared(HttpServletRequest request) {
        String query = request.getQueryString();
        return READS.matcher(request.getRequestURI()).matches()
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (query == null || query.length() <= LONGEST_QUERY);
    }
}
