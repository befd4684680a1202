package podo.starter.tls;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.bootstrap.BootstrapContext;
import org.springframework.boot.bootstrap.BootstrapRegistry;
import org.springframework.boot.bootstrap.BootstrapRegistryInitializer;
import org.springframework.cloud.config.client.ConfigClientProperties;
import org.springframework.cloud.config.client.ConfigClientRequestTemplateFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ClassUtils;

/**
 * Fetches the settings with this service's certificate, from the config server only. The certificate comes from the environment,
 * because no file of settings has been read yet.
 */
class ConfigServerTls implements BootstrapRegistryInitializer {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String CONFIG_CLIENT =
            "org.springframework.cloud.config.client.ConfigClientRequestTemplateFactory";

    @Override
    public void initialize(BootstrapRegistry registry) {
        if (ClassUtils.isPresent(CONFIG_CLIENT, null)) {
            Templates.register(registry);
        }
    }

    /** Apart, so that it is loaded only where the config client is there. */
    private static final class Templates extends ConfigClientRequestTemplateFactory {

        private final ServiceIdentity identity;

        Templates(ConfigClientProperties properties, ServiceIdentity identity) {
            super(LogFactory.getLog(ConfigServerTls.class), properties);
            this.identity = identity;
        }

        static void register(BootstrapRegistry registry) {
            registry.register(ConfigClientRequestTemplateFactory.class, context -> {
                ConfigClientProperties properties = Objects.requireNonNull(context.get(ConfigClientProperties.class));
                return identity(context)
                        .<ConfigClientRequestTemplateFactory>map(identity -> new Templates(properties, identity))
                        .orElseGet(() -> new ConfigClientRequestTemplateFactory(
                                LogFactory.getLog(ConfigServerTls.class), properties));
            });
        }

        /** Of the environment that was registered for this application, else of the process. */
        private static Optional<ServiceIdentity> identity(BootstrapContext context) {
            return context.isRegistered(Environment.class)
                    ? ServiceIdentity.of(Objects.requireNonNull(context.get(Environment.class)))
                    : ServiceIdentity.ofProcess();
        }

        @Override
        protected ClientHttpRequestFactory createHttpRequestFactory(ConfigClientProperties properties) {
            return ServiceTlsClients.requestFactory(identity, "config", TIMEOUT);
        }
    }
}
