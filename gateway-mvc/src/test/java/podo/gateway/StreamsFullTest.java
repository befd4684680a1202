package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Beyond the limit of open streams the gateway answers 503 {@code streams-full}; a place is free again when a stream closes. */
@RunningGateway
@TestPropertySource(properties = "podo.streams.most=3")
class StreamsFullTest {

    private static final String OK = "HTTP/1.1 200";

    @LocalServerPort
    int port;

    @Test
    void theFourthOfThreeStreamsIsToldToPoll() throws Exception {
        List<Socket> open = new ArrayList<>();
        // a response that is a stream takes a place also when the request did not ask for one
        for (String accept : List.of("text/event-stream", "*/*", "text/event-stream")) {
            open.add(new Socket("127.0.0.1", port));
            assertThat(status(open.getLast(), accept)).isEqualTo(OK);
        }
        HttpResponse<String> fourth = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events/1/stream"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofString());
        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.headers().firstValue("Retry-After")).isPresent();
        assertThat(fourth.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(fourth.body()).contains("urn:problem:streams-full");
        try (var undeclared = new Socket("127.0.0.1", port)) {
            assertThat(status(undeclared, "*/*")).isEqualTo("HTTP/1.1 503");
        }

        open.getFirst().close();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Socket next = new Socket("127.0.0.1", port);
            open.add(next);
            return status(next, "text/event-stream").equals(OK);
        });
        for (Socket fan : open) {
            fan.close();
        }
    }

    private static String status(Socket fan, String accept) throws IOException {
        fan.setSoTimeout(30_000);
        fan.getOutputStream()
                .write(("GET /events/1/stream HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(fan.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
