package podo.gateway.exchange;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.tls.ServiceIdentity;

/** One connection pool for all services; retries, redirects, cookies and decompression are off, so that responses pass unchanged. */
@Configuration
class ProxyClientConfiguration {

    /** Above the number of streams that one gateway can hold open; concurrent calls per service are limited by the bulkhead. */
    private static final int MAX_CONNECTIONS = 30_000;
    /** Apache's default is 8 KiB, and every open stream keeps one. */
    private static final int BUFFER_BYTES = 4 * 1024;

    @Bean
    CloseableHttpClient upstreamHttpClient(
            @Value("${podo.gateway.connect-within}") Duration connectTimeout,
            @Value("${podo.gateway.handshake-within:3s}") Duration handshakeTimeout,
            ObjectProvider<ServiceIdentity> identity) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                                Http1Config.custom().setBufferSize(BUFFER_BYTES).build())
                        .build())
                .setTlsSocketStrategy(identity.stream()
                        .<TlsSocketStrategy>map(ServiceNameTls::new)
                        .findAny()
                        .orElse(null))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(handshakeTimeout))
                        .build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // else each connection with a client certificate belongs to "somebody", and every request opens a new
                // one
                .disableConnectionState()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .evictIdleConnections(TimeValue.ofSeconds(15))
                .build();
    }
}
