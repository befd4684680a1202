package podo.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** More pages than streams: the rest polls, and no open stream is closed. */
@WebFrontendTest
@TestPropertySource(properties = "podo.streams.most=3")
class StreamLimitIT {

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void theFourthOfThreeStreamsIsToldToPollAndGetsInWhenOneLeaves() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(stream());
        }
        HttpResponse<String> fourth = requestStream("/events/2/queue/stream");
        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.headers().firstValue("Retry-After")).isPresent();
        assertThat(fourth.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(fourth.body()).contains("urn:problem:streams-full");
        assertThat(requestStream("/events/1/seats/stream").statusCode()).isEqualTo(503);
        assertThat(fan.accepting("application/json").get("/events/2/queue/me").body())
                .contains("\"pollAfterMillis\":5000");

        open.getFirst().close();
        await().atMost(30, SECONDS).ignoreExceptions().until(() -> {
            open.add(stream());
            return true;
        });
        for (Socket socket : open) {
            socket.close();
        }
    }

    private HttpResponse<String> requestStream(String path) {
        return fan.accepting("text/event-stream").get(path);
    }

    /** A stream that is open, which its status line tells. */
    private Socket stream() throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(
                        ("GET /events/2/queue/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: PODO="
                                        + fan.cookie("PODO") + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        if (!status.equals("HTTP/1.1 200")) {
            socket.close();
            throw new IOException(status);
        }
        return socket;
    }
}
