package podo.starter.problem;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Problem+json for controllers, filters and the container's own errors. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
class ProblemAutoConfiguration {

    @Bean
    ProblemTexts problemTexts(@Value("${podo.support:support@podo.example}") String support) {
        return new ProblemTexts(support);
    }

    @Bean
    ProblemWriter problemWriter(ProblemTexts texts, JsonMapper json) {
        return new ProblemWriter(texts, json);
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemHandler problemHandler(ProblemTexts texts) {
        return new ProblemHandler(texts);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ErrorPage errorPage(ProblemWriter writer) {
        return new ErrorPage(writer);
    }
}
