package podo.starter.client;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Connections to neighbours. The client's own default is five per neighbour, and three minutes of waiting for one of them:
 * five slow calls would be all that a whole service may ask.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration")
class ServiceClientAutoConfiguration {

    private static final int MOST_AT_ONCE = 256;
    private static final int WAIT_SECONDS = 1;

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> connectionsEnough() {
        return client -> client.withConnectionManagerCustomizer(connections ->
                        connections.setMaxConnPerRoute(MOST_AT_ONCE).setMaxConnTotal(4 * MOST_AT_ONCE))
                .withDefaultRequestConfigCustomizer(
                        request -> request.setConnectionRequestTimeout(WAIT_SECONDS, TimeUnit.SECONDS));
    }
}
