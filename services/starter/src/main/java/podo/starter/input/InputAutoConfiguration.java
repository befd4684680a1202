package podo.starter.input;

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

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return new StrictJson();
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
