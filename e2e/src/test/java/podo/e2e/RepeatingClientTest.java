package podo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatingClientTest {

    /** Status of each answer; 0 breaks the connection. */
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final RepeatingClient client = new RepeatingClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            int status = answers.remove();
            if (status > 0) {
                byte[] body = (status == 409 ? "{\"type\":\"urn:problem:still-running\"}" : "{}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCallIsRepeatedOnceWithItsKey() {
        answers.addAll(List.of(503, 201));
        assertThat(post().status()).isEqualTo(201);
        assertThat(keys).hasSize(2).doesNotContain("null");
        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(client.repeated()).isEqualTo(1);

        answers.addAll(List.of(503, 503, 201));
        assertThat(post().status()).isEqualTo(503);
        assertThat(answers).containsExactly(201);
    }

    @Test
    void whatIsStillRunningIsAwaitedAndARefusalIsFinal() {
        answers.addAll(List.of(0, 409, 409, 201, 401));
        assertThat(post().status()).isEqualTo(201);
        assertThat(post().status()).isEqualTo(401);
        assertThat(client.repeated()).isEqualTo(1);
    }

    private Answer post() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Api(base, List.of(), client).post("/orders", Map.of());
    }
}
