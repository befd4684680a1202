package podo.starter.tls;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** Clients of what has no HTTP interface: registry, config server, the key set of {@code user}. */
public final class ServiceTlsClients {

    private ServiceTlsClients() {}

    /**
     * Calls of one service. Connection state is off: Apache's client would take each connection with a client certificate as one
     * person's, find none for the next request, and open a new one with a handshake for every call.
     */
    public static ClientHttpRequestFactory requestFactory(ServiceIdentity identity, String service, Duration timeout) {
        Timeout limit = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(identity.strategyFor(service))
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(limit).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(limit).build())
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(limit).build())
                .disableConnectionState()
                .build());
    }
}
