package podo.starter.input;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.starter.text.PersonTextFormat;

/** The same strictness for JSON bodies, paths, queries and forms of every service. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
class InputAutoConfiguration {

    /** @param textsFromNumbers for a client of the services, to which ids are opaque: a number or a text */
    @Bean
    JsonMapperBuilderCustomizer strictJson(@Value("${podo.json.texts-from-numbers:false}") boolean textsFromNumbers) {
        return new StrictJson(textsFromNumbers);
    }

    @Bean
    WebMvcConfigurer plainInput() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new NoHiddenCopies()).addPathPatterns("/api/**", "/events/**");
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new PlainNumbers());
                registry.addFormatterForFieldType(Instant.class, new StorableTimes());
                registry.addFormatterForFieldAnnotation(new PersonTextFormat());
            }
        };
    }

    @Bean
    PlainNumberEditors plainNumberEditors() {
        return new PlainNumberEditors();
    }

    /**
     * Headers of any bytes are read as they are. Spring's default throws where one with control characters is read, which is a 500;
     * Tomcat has refused line breaks and zero bytes before.
     */
    @Bean
    HttpFirewall headersOfAnyBytes() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }
}
