package podo.refusals;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;

/** Tomcat writes its own errors through {@link ProblemValve}; parameters that it can't decode are refused before anybody reads them. */
@AutoConfiguration(
        afterName = "podo.starter.problem.ProblemAutoConfiguration",
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
class RefusalsAutoConfiguration {

    private static final int ANY_NUMBER = -1;

    /** Tomcat answers 500 to more than ten languages; the size of the header bounds them already. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return tomcat -> {
            tomcat.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(ANY_NUMBER));
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                }
            });
        };
    }

    /** Not in the gateway, which passes the body of a form on and must not read it. */
    @Bean
    @ConditionalOnBooleanProperty(name = "podo.parameters-checked", matchIfMissing = true)
    UnreadableParameterFilter unreadableParameterFilter() {
        return new UnreadableParameterFilter();
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ContainerErrorPage containerErrorPage() {
        return new ContainerErrorPage();
    }
}
