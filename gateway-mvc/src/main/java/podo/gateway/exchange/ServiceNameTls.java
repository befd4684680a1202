package podo.gateway.exchange;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import podo.starter.tls.ServiceIdentity;

/** TLS to the service that the target names ({@link UpstreamInstance#target}); another service's certificate ends the handshake. */
final class ServiceNameTls implements TlsSocketStrategy {

    private final ServiceIdentity identity;
    private final Map<String, TlsSocketStrategy> services = new ConcurrentHashMap<>();

    ServiceNameTls(ServiceIdentity identity) {
        this.identity = identity;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        return services.computeIfAbsent(target, identity::strategyFor)
                .upgrade(socket, target, port, attachment, context);
    }
}
