package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.gateway.GatewayClient.assertProblem;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.stack.tls.StackCertificates;

/** The registry names a process with the certificate of {@code event} as {@code user}; {@code web-frontend} is itself. */
@RunningGateway
class RogueInstanceTest {

    private static final StackCertificates CERTIFICATES = certificates();
    private static final AtomicInteger REACHED_ROGUE = new AtomicInteger();
    private static final Set<Integer> CONNECTIONS = ConcurrentHashMap.newKeySet();
    private static final HttpsServer ROGUE = server("event", REACHED_ROGUE, ConcurrentHashMap.newKeySet());
    private static final HttpsServer PAGES = server("web-frontend", new AtomicInteger(), CONNECTIONS);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry properties) {
        String bundle = "spring.ssl.bundle.pem.service.";
        properties.add(
                bundle + "keystore.certificate",
                () -> CERTIFICATES.certificateFile("gateway-mvc").toUri());
        properties.add(
                bundle + "keystore.private-key",
                () -> CERTIFICATES.keyFile("gateway-mvc").toUri());
        properties.add(
                bundle + "truststore.certificate",
                () -> CERTIFICATES.authorityFile().toUri());
        properties.add("stub.address.user", () -> address(ROGUE));
        properties.add("stub.address.web-frontend", () -> address(PAGES));
    }

    @AfterAll
    static void stop() {
        ROGUE.stop(0);
        PAGES.stop(0);
    }

    @Test
    void noLogInReachesAServiceThatIsRegisteredAsUser() {
        assertProblem(new GatewayClient(port).post("/api/tokens", "{}"), 503, "unavailable");
        assertThat(REACHED_ROGUE).hasValue(0);
    }

    @Test
    void connectionsStayOpenSoThatNotEveryRequestIsAHandshake() {
        for (int i = 0; i < 50; i++) {
            assertThat(new GatewayClient(port).get("/").statusCode()).isEqualTo(200);
        }
        assertThat(CONNECTIONS).hasSizeLessThan(5);
    }

    private static HttpsServer server(String certificate, AtomicInteger requests, Set<Integer> connections) {
        try {
            SSLContext context = CERTIFICATES.clientContext(certificate);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters https) {
                    SSLParameters parameters = context.getDefaultSSLParameters();
                    parameters.setNeedClientAuth(true);
                    https.setSSLParameters(parameters);
                }
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", call -> {
                requests.incrementAndGet();
                connections.add(call.getRemoteAddress().getPort());
                call.getRequestBody().readAllBytes();
                call.sendResponseHeaders(200, 2);
                call.getResponseBody().write("{}".getBytes());
                call.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(HttpsServer server) {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    private static StackCertificates certificates() {
        try {
            StackCertificates certificates = StackCertificates.in(Files.createTempDirectory("podo-tls"));
            for (String service : new String[] {"gateway-mvc", "event", "web-frontend"}) {
                certificates.require(service);
            }
            return certificates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
