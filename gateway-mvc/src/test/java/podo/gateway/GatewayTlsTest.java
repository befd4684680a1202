package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.stack.tls.StackCertificates;

/** The gateway with a certificate of its own, as {@code ./podo up --tls} starts it. */
@RunningGateway
class GatewayTlsTest {

    private static final StackCertificates CERTIFICATES = certificates();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry properties) {
        String bundle = "spring.ssl.bundle.pem.edge.";
        properties.add(
                bundle + "keystore.certificate",
                () -> CERTIFICATES.certificateFile("edge").toUri());
        properties.add(
                bundle + "keystore.private-key",
                () -> CERTIFICATES.keyFile("edge").toUri());
        properties.add(bundle + "reload-on-update", () -> "true");
        properties.add("spring.ssl.bundle.watch.file.quiet-period", () -> "200ms");
        properties.add("server.ssl.bundle", () -> "edge");
        properties.add("podo.public-url", () -> "https://localhost:8443");
    }

    @Test
    void anExchangedCertificateIsServedWithoutARestart() throws Exception {
        BigInteger first = served().getSerialNumber();
        CERTIFICATES.require("edge", List.of("tickets.example"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(served().getSerialNumber()).isNotEqualTo(first));
        assertThat(served().getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("tickets.example");
    }

    private X509Certificate served() throws IOException {
        try (SSLSocket socket = (SSLSocket)
                CERTIFICATES.clientContext("anybody").getSocketFactory().createSocket("localhost", port)) {
            socket.startHandshake();
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200");
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static StackCertificates certificates() {
        try {
            StackCertificates certificates = StackCertificates.in(Files.createTempDirectory("podo-tls"));
            certificates.require("edge");
            certificates.require("anybody");
            return certificates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
