package podo.starter.tls;

import java.time.Duration;
import java.util.Objects;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.bootstrap.BootstrapRegistry;
import org.springframework.boot.bootstrap.BootstrapRegistryInitializer;
import org.springframework.cloud.config.client.ConfigClientProperties;
import org.springframework.cloud.config.client.ConfigClientRequestTemplateFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ClassUtils;

/**
 * Fetches the settings with this service's certificate, from the config server only. The certificate comes from the environment,
 * because no file of settings has been read yet.
 */
class ConfigServerTls implements BootstrapRegistryInitializer {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final boolean USED =
            ClassUtils.isPresent("org.springframework.cloud.config.client.ConfigClientRequestTemplateFactory", null);

    @Override
    public void initialize(BootstrapRegistry registry) {
        if (USED) {
            ServiceIdentity.ofProcess().ifPresent(identity -> Templates.register(registry, identity));
        }
    }

    /** Apart, so that it is loaded only where the config client is there. */
    private static final class Templates extends ConfigClientRequestTemplateFactory {

        private final ServiceIdentity identity;

        Templates(ConfigClientProperties properties, ServiceIdentity identity) {
            super(LogFactory.getLog(ConfigServerTls.class), properties);
            this.identity = identity;
        }

        static void register(BootstrapRegistry registry, ServiceIdentity identity) {
            registry.register(
                    ConfigClientRequestTemplateFactory.class,
                    context ->
                            new Templates(Objects.requireNonNull(context.get(ConfigClientProperties.class)), identity));
        }

        @Override
        protected ClientHttpRequestFactory createHttpRequestFactory(ConfigClientProperties properties) {
            return ServiceTlsClients.requestFactory(identity, "config", TIMEOUT);
        }
    }
}
