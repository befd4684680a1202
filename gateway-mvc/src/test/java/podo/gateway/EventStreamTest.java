package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.StubbedServices.SERVICES;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Event streams through the gateway: each event is forwarded at once, and a closed page closes the stream at the service. */
@RunningGateway
class EventStreamTest {

    @LocalServerPort
    int port;

    @Test
    void abandonedStreamsEndBehindTheGatewayToo() throws IOException {
        StubService pages = SERVICES.get("web-frontend");
        List<Socket> fans = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            fans.add(openStream());
        }
        for (Socket fan : fans) {
            assertThat(firstEvents(fan)).contains("data: 0", "data: 3");
        }
        assertThat(pages.openStreams.get()).isEqualTo(30);

        for (Socket fan : fans) {
            fan.close();
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> pages.openStreams.get() == 0);
    }

    private Socket openStream() throws IOException {
        Socket fan = new Socket("127.0.0.1", port);
        fan.setSoTimeout(60_000);
        fan.getOutputStream()
                .write("GET /events/1/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return fan;
    }

    /** The service never ends the stream, so these lines arrived while it was open. */
    private static List<String> firstEvents(Socket fan) throws IOException {
        var in = new BufferedReader(new InputStreamReader(fan.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        while (lines.stream().noneMatch(line -> line.equals("data: 3"))) {
            lines.add(in.readLine());
        }
        return lines;
    }
}
