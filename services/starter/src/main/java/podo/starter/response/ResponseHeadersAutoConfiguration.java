package podo.starter.response;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;

/**
 * Every response says {@code nosniff}, and {@code no-store} where its controller does not say how long it may be kept. Written when
 * the response is committed, so that it covers refusals and container errors too.
 */
@AutoConfiguration
class ResponseHeadersAutoConfiguration {

    private static final HeaderWriter NO_STORE = (request, response) -> {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    };

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> cautiousHeaders() {
        var registration = new FilterRegistrationBean<>(
                new HeaderWriterFilter(List.of(new XContentTypeOptionsHeaderWriter(), NO_STORE)));
        registration.setName("cautiousHeaders");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
