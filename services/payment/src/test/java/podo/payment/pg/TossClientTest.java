package podo.payment.pg;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TossClientTest {

    private ServerSocket bank;

    @BeforeEach
    void open() throws IOException {
        bank = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    /** The request time-out of JDK 25 ends when the headers arrive; without the client's own this call would never end. */
    @Test
    void anAnswerThatStopsHalfWayIsUnknownAfterTheTimeout() {
        answers("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"paymentKey\":");

        assertThat(toss().findByKey("k")).isInstanceOf(Verdict.Unknown.class);
        assertThat(toss().confirm("k", "o", 1, "i")).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aRefusedConnectionIsUnknown() throws IOException {
        bank.close();

        assertThat(toss().confirm("k", "o", 1, "i")).isInstanceOf(Verdict.Unknown.class);
    }

    private TossClient toss() {
        Duration soon = Duration.ofMillis(300);
        PgSettings settings = new PgSettings(
                "http://127.0.0.1:" + bank.getLocalPort(), "test_sk_podo", "test_ck_podo", "none", soon, soon, soon, 1);
        return new TossClient(
                settings,
                JsonMapper.shared(),
                new PgHealth(settings, new SimpleMeterRegistry(), java.time.Clock.systemUTC()));
    }

    /** Sends the text to every caller and keeps the connection open. */
    private void answers(String text) {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    Socket caller = bank.accept();
                    OutputStream out = caller.getOutputStream();
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (IOException e) {
                // the test is over
            }
        });
    }
}
