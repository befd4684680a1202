package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A client that sends a byte now and then does not hold its connection: head and body have an end. */
@RunningGateway
@TestPropertySource(properties = {"podo.gateway.head-within=2s", "podo.gateway.body-within=2s"})
class SlowRequestsTest {

    private static final Duration LONG_AFTER_BOTH = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Test
    void aHeadThatDripsEndsItsConnection() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            write(client, "GET /api/events HTTP/1.1\r\nHost: localhost\r\n");
            assertThat(drip(client, i -> "X-" + i + ": x\r\n"))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
    }

    @Test
    void aRequestLineThatDripsEndsItsConnection() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            write(client, "GET /");
            assertThat(drip(client, i -> "a")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
    }

    /** Without a further byte too; Tomcat alone waits for its connection timeout of 20 s. */
    @Test
    void anUnfinishedHeadEndsItsConnectionInSilence() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            write(client, "GET /api/events HTTP/1.1\r\nHost: localhost\r\n");
            client.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aBodyThatDripsIsAnsweredAndEndsItsConnection() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            write(
                    client,
                    "POST /api/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n");
            assertThat(drip(client, i -> "x")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
    }

    @Test
    void aSlowHeadThatIsInTimeIsServedAndTheNextRequestHasItsOwnTime() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout(10_000);
            for (int i = 0; i < 3; i++) {
                write(client, "GET /nowhere HTTP/1.1\r\n");
                pause(Duration.ofMillis(900));
                write(client, "Host: localhost\r\n\r\n");
                String answer = new String(client.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
                assertThat(answer).isEqualTo("HTTP/1.1");
                pause(Duration.ofMillis(200));
                client.getInputStream().skip(client.getInputStream().available());
            }
        }
    }

    /** How long the gateway took it, sending something every 200 ms. */
    private static Duration drip(Socket client, IntFunction<String> next) {
        long start = System.nanoTime();
        Duration lasted = Duration.ZERO;
        try {
            for (int i = 0; lasted.compareTo(LONG_AFTER_BOTH) < 0; i++) {
                write(client, next.apply(i));
                pause(Duration.ofMillis(200));
                lasted = Duration.ofNanos(System.nanoTime() - start);
            }
        } catch (IOException closed) {
            return Duration.ofNanos(System.nanoTime() - start);
        }
        return lasted;
    }

    private static void pause(Duration time) {
        await().pollDelay(time).timeout(Duration.ofMinutes(1)).until(() -> true);
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
