package podo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The fan's language: {@code ?lang=}, then the cookie, then the browser's wish. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.KOREAN);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("podo-lang") {
            @Override
            protected Locale parseLocaleValue(String value) {
                Locale wish = Locale.forLanguageTag(value);
                return KNOWN.contains(wish) ? wish : Locale.ENGLISH;
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(Languages::wished);
        return resolver;
    }

    private static Locale wished(HttpServletRequest request) {
        String wish = request.getHeader("Accept-Language");
        try {
            Locale known = wish == null ? null : Locale.lookup(Locale.LanguageRange.parse(wish), KNOWN);
            return known == null ? Locale.ENGLISH : known;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                if (KNOWN.stream().noneMatch(known -> known.getLanguage().equals(value))) {
                    throw new IllegalArgumentException("not a language of ours");
                }
                return Locale.of(value);
            }
        };
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
