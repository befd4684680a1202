package podo.starter.tls;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Calls of the registry show this service's certificate and accept the registry's only. */
@AutoConfiguration(
        after = ServiceTlsAutoConfiguration.class,
        beforeName = "org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration")
class EurekaTlsAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(EurekaClientHttpRequestFactorySupplier.class)
    @ConditionalOnBean(ServiceIdentity.class)
    static class RegistryClient {

        private static final Duration TIMEOUT = Duration.ofSeconds(5);

        @Bean
        @Primary
        EurekaClientHttpRequestFactorySupplier registryCalls(ServiceIdentity identity) {
            return (context, verifier) -> ServiceTlsClients.requestFactory(identity, "registry", TIMEOUT);
        }
    }
}
