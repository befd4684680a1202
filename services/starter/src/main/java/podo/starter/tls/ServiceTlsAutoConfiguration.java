package podo.starter.tls;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Mutual TLS between the services, where a certificate is set ({@code spring.ssl.bundle.pem.service.*}). */
@AutoConfiguration(beforeName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnProperty("spring.ssl.bundle.pem.service.keystore.certificate")
class ServiceTlsAutoConfiguration {

    @Bean
    static ServiceIdentity serviceIdentity(Environment environment) {
        return ServiceIdentity.of(environment).orElseThrow();
    }

    @Bean
    static SslBundleRegistrar bundlesByService(Environment environment) {
        ServiceIdentity identity = serviceIdentity(environment);
        return bundles -> ServiceTlsEnvironment.CALLED.forEach(service ->
                bundles.registerBundle(ServiceTlsEnvironment.bundleFor(service), identity.bundleFor(service)));
    }

    /** @param believed the services that may say for whom they call: those through which browsers come */
    @Bean
    @ConditionalOnProperty(name = "server.ssl.bundle", havingValue = ServiceIdentity.BUNDLE)
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwardedHeaders(
            @Value("${podo.forwarded-by:gateway-mvc,web-frontend}") Set<String> believed) {
        return tomcat -> tomcat.addEngineValves(new ForwardedHeadersValve(believed));
    }
}
