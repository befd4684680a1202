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
import podo.starter.edge.PublicUrl;

/** Chooses the language of a page: {@code ?lang=}, then the cookie, then {@code Accept-Language}, then English. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.KOREAN);

    @Bean
    LocaleResolver localeResolver(PublicUrl publicUrl) {
        var resolver = new CookieLocaleResolver(publicUrl.cookieName("podo-lang")) {
            @Override
            protected Locale parseLocaleValue(String value) {
                Locale asked = Locale.forLanguageTag(value);
                return SUPPORTED.contains(asked) ? asked : Locale.ENGLISH;
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieSecure(publicUrl.isSecure());
        resolver.setDefaultLocaleFunction(LanguageConfiguration::acceptedLanguage);
        return resolver;
    }

    private static Locale acceptedLanguage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        try {
            Locale known = accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), SUPPORTED);
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
                if (SUPPORTED.stream().noneMatch(known -> known.getLanguage().equals(value))) {
                    throw new IllegalArgumentException("Unsupported language " + value);
                }
                return Locale.of(value);
            }
        };
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
