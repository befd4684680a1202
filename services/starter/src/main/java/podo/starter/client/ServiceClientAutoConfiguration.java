package podo.starter.client;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.TlsConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.context.annotation.Bean;
import podo.starter.tls.ServiceIdentity;

/**
 * Allows 256 connections per service and 1 s of waiting for a free one. Apache's defaults are 5 connections and 3 minutes: five slow
 * calls would block a whole service. A refusal is passed on at once: Apache's default waits for the {@code Retry-After} of a 429 or
 * 503 and sends the request again, while the fan looks at an empty page (ADR 0116).
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration",
            "org.springframework.cloud.loadbalancer.config.BlockingLoadBalancerClientAutoConfiguration",
            "org.springframework.cloud.client.loadbalancer.LoadBalancerAutoConfiguration"
        },
        afterName = "org.springframework.cloud.client.discovery.composite.CompositeDiscoveryClientAutoConfiguration")
class ServiceClientAutoConfiguration {

    private static final int MAX_CONNECTIONS_PER_SERVICE = 256;
    private static final int CONNECTION_REQUEST_SECONDS = 1;
    private static final int HANDSHAKE_SECONDS = 3;

    @Bean
    @ConditionalOnBean(DiscoveryClient.class)
    LoadBalancerClient registeredInstances(DiscoveryClient registry) {
        return new RegisteredInstances(registry);
    }

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> connectionPoolSize() {
        return client -> client.withConnectionManagerCustomizer(connections -> connections
                        .setMaxConnPerRoute(MAX_CONNECTIONS_PER_SERVICE)
                        .setMaxConnTotal(4 * MAX_CONNECTIONS_PER_SERVICE)
                        // else the handshake has the connect timeout, and a crowd that opens connections at once gets
                        // 503
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                                .build()))
                .withDefaultRequestConfigCustomizer(
                        request -> request.setConnectionRequestTimeout(CONNECTION_REQUEST_SECONDS, TimeUnit.SECONDS))
                // else each connection with a client certificate belongs to "somebody", and every call opens a new one
                .withHttpClientCustomizer(http ->
                        http.setRetryStrategy(new BrokenConnectionRetry()).disableConnectionState())
                .withTlsSocketStrategyFactory(ServiceIdentity::strategyOf);
    }
}
