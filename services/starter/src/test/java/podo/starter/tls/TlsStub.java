package podo.starter.tls;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A process that answers every request with {@code {}} under a certificate, and remembers what reached it. */
final class TlsStub {

    final AtomicInteger requests = new AtomicInteger();
    final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    /** What each handshake waits for, as on a machine that is busy. */
    volatile Duration handshakePause = Duration.ZERO;

    private final HttpsServer server;

    TlsStub(SSLContext certificate) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificate) {
            @Override
            public void configure(HttpsParameters https) {
                LockSupport.parkNanos(handshakePause.toNanos());
                SSLParameters parameters = certificate.getDefaultSSLParameters();
                parameters.setNeedClientAuth(true);
                https.setSSLParameters(parameters);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", call -> {
            requests.incrementAndGet();
            connections.add(call.getRemoteAddress().getPort());
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, 2);
            call.getResponseBody().write("{}".getBytes());
            call.close();
        });
        server.start();
    }

    String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }
}
