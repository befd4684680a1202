package podo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.stack.tls.StackCertificates;

/** The registry as the stack runs it: callers show a certificate, and write about themselves only. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RegistryTlsTest {

    private static final StackCertificates CERTIFICATES = certificates();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry properties) {
        String bundle = "spring.ssl.bundle.pem.service.";
        properties.add(
                bundle + "keystore.certificate",
                () -> CERTIFICATES.certificateFile("registry").toUri());
        properties.add(
                bundle + "keystore.private-key",
                () -> CERTIFICATES.keyFile("registry").toUri());
        properties.add(
                bundle + "truststore.certificate",
                () -> CERTIFICATES.authorityFile().toUri());
        properties.add("server.ssl.bundle", () -> "service");
        properties.add("server.ssl.client-auth", () -> "need");
        properties.add("management.server.port", () -> "0");
        properties.add("management.server.ssl.enabled", () -> "false");
    }

    @Test
    void aServiceRegistersUnderItsOwnName() throws Exception {
        assertThat(register("event", "EVENT", "EVENT", "event")).isEqualTo(204);
        assertThat(applications()).contains("\"EVENT\"");
        assertThat(call("event", "PUT", "/eureka/apps/EVENT/event:4711", "")).isEqualTo(200);
    }

    @Test
    void noServiceRegistersUnderTheNameOfAnother() throws Exception {
        assertThat(register("event", "USER", "USER", "user")).isEqualTo(403);
        assertThat(register("event", "EVENT", "USER", "user")).isIn(400, 403);
        assertThat(register("event", "EVENT", "EVENT", "user")).isEqualTo(403);
        assertThat(register("event", "EVENT", "EVENT", "event,user")).isEqualTo(403);
        assertThat(applications()).doesNotContain("\"USER\"").doesNotContain("\"user\"");
    }

    @Test
    void noServiceChangesOrRemovesAnother() throws Exception {
        assertThat(register("inventory", "INVENTORY", "INVENTORY", "inventory")).isEqualTo(204);
        String instance = "/eureka/apps/INVENTORY/inventory:4711";
        assertThat(call("event", "DELETE", instance, "")).isEqualTo(403);
        assertThat(call("event", "PUT", instance + "/status?value=OUT_OF_SERVICE", ""))
                .isEqualTo(403);
        assertThat(call("event", "PUT", "/eureka/apps/EVENT/../INVENTORY/inventory:4711", ""))
                .isEqualTo(403);
        assertThat(call("event", "POST", "/eureka/peerreplication/batch", "{\"replicationList\":[]}"))
                .isEqualTo(403);
        assertThat(applications()).contains("\"INVENTORY\"").doesNotContain("OUT_OF_SERVICE");
    }

    @Test
    void withoutACertificateOfTheAuthorityNothingIsAnswered() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/eureka/apps"))
                                        .build(),
                                BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> call(certificates().clientContext("user"), "GET", "/eureka/apps", ""))
                .isInstanceOf(IOException.class);
    }

    /** As in a container or a pod, where whoever asks has no certificate. */
    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/health/liveness"})
    void healthIsAnsweredWithoutACertificateAtThePortOfItsOwn(String path) throws Exception {
        URI address = URI.create("http://localhost:" + managementPort + path);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"UP\"");
    }

    @Test
    void byPlainHttpNothingIsAnswered() throws Exception {
        try (Socket plain = new Socket("localhost", port)) {
            plain.getOutputStream()
                    .write("GET /eureka/apps HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("application");
        }
    }

    @Test
    void anotherHostIsRefused() throws Exception {
        SSLContext event = CERTIFICATES.clientContext("event");
        try (SSLSocket socket = (SSLSocket) event.getSocketFactory().createSocket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /eureka/apps HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    private int register(String certificate, String path, String app, String vip) throws Exception {
        return call(certificate, "POST", "/eureka/apps/" + path, """
                {"instance": {"instanceId": "%s:4711", "hostName": "127.0.0.1", "app": "%s", "ipAddr": "127.0.0.1",
                 "vipAddress": "%s", "secureVipAddress": "%s", "status": "UP", "port": {"$": 4711, "@enabled": "true"},
                 "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
                """.formatted(certificate, app, vip, vip));
    }

    private String applications() throws Exception {
        try (HttpClient http = client(CERTIFICATES.clientContext("inventory"))) {
            return http.send(
                            request("GET", "/eureka/apps", "")
                                    .header("Accept", "application/json")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private int call(String certificate, String method, String path, String body) throws Exception {
        return call(CERTIFICATES.clientContext(certificate), method, path, body);
    }

    private int call(SSLContext certificate, String method, String path, String body) throws Exception {
        try (HttpClient http = client(certificate)) {
            return http.send(
                            request(method, path, body)
                                    .header("Content-Type", "application/json")
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static HttpClient client(SSLContext certificate) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(certificate)
                .build();
    }

    private static StackCertificates certificates() {
        try {
            Path home = Files.createTempDirectory("podo-tls");
            StackCertificates certificates = StackCertificates.in(home);
            for (String service : new String[] {"registry", "event", "inventory", "user"}) {
                certificates.require(service);
            }
            return certificates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
