package podo.starter.input;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
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
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new PlainNumbers());
                registry.addFormatterForFieldAnnotation(new PersonTextFormat());
            }
        };
    }

    @Bean
    PlainNumberEditors plainNumberEditors() {
        return new PlainNumberEditors();
    }

    /** Not in the gateway, which passes the body of a form on and must not read it. */
    @Bean
    @ConditionalOnBooleanProperty(name = "podo.parameters-checked", matchIfMissing = true)
    UnreadableParameterFilter unreadableParameterFilter() {
        return new UnreadableParameterFilter();
    }
}
