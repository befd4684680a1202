package podo.tosssimulator.window;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Language by {@code ?lang=}, cookie, browser; security headers on every answer. */
@Configuration(proxyBeanMethods = false)
class WindowWebConfiguration implements WebMvcConfigurer {

    private final String policy;

    WindowWebConfiguration(WindowSettings settings) {
        this.policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' "
                + String.join(" ", settings.origins());
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("simulator-lang");
        resolver.setCookieMaxAge(Duration.ofDays(30));
        resolver.setDefaultLocaleFunction(
                request -> request.getLocale().getLanguage().equals("ko") ? Locale.KOREAN : Locale.ENGLISH);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor lang = new LocaleChangeInterceptor();
        lang.setParamName("lang");
        lang.setIgnoreInvalidLocale(true);
        registry.addInterceptor(lang);
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                response.setHeader("Content-Security-Policy", policy);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Referrer-Policy", "same-origin");
                return true;
            }
        });
    }
}
