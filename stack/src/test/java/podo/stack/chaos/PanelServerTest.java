package podo.stack.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.ProcessId;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

/** With processes that sleep in place of Redis, Kafka and payment, and nobody who restarts them. */
class PanelServerTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @TempDir
    Path home;

    private RunFolder run;
    private Process redis;
    private Process payment;
    private FaultDesk desk;
    private PanelServer server;

    @BeforeEach
    void aPanelIsUp() throws IOException {
        run = new RunFolder(StackFolders.of(new StackSettings(Map.of("PODO_HOME", home.toString()))));
        redis = start("redis");
        payment = start("payment");
        open(FaultDesk.LONGEST);
    }

    private void open(Duration longest) throws IOException {
        desk = new FaultDesk(run, Clock.systemUTC(), longest);
        var stack = new DemoStack(run, URI.create("http://localhost:8080"), "");
        server = new PanelServer(0, new PanelPage(desk, new AuditWatch(stack), stack.shop(), Clock.systemUTC()), desk);
    }

    @AfterEach
    void endAll() {
        desk.close();
        server.close();
        redis.destroyForcibly();
        payment.destroyForcibly();
    }

    @Test
    void aButtonOfThePageFreezesAndTheNextThaws() throws IOException {
        assertThat(press("redis", "break", token())).startsWith("HTTP/1.1 303");
        assertThat(isStopped(redis)).isTrue();
        assertThat(get("/?lang=en")).contains("goes on by itself in", "Let Redis go on");

        assertThat(press("redis", "heal", token())).startsWith("HTTP/1.1 303");
        assertThat(isStopped(redis)).isFalse();
        assertThat(get("/?lang=en")).contains("Freeze Redis").doesNotContain("Let Redis go on");
    }

    @Test
    void paymentIsKilled() throws Exception {
        press("payment", "break", token());

        assertThat(payment.waitFor()).isEqualTo(128 + 9);
        assertThat(get("/?lang=en")).contains("Starting again");
    }

    @Test
    void withoutTheTokenOfThisPanelNothingHappens() throws IOException {
        String earlier = token();
        server.close();
        open(FaultDesk.LONGEST);

        for (var wrong : new String[] {"", earlier, "x".repeat(5_000)}) {
            assertThat(press("redis", "break", wrong)).startsWith("HTTP/1.1 403");
        }
        assertThat(isStopped(redis)).isFalse();
    }

    @Test
    void aPageUnderAnotherNameGetsNeitherTheTokenNorAButton() throws IOException {
        assertThat(send("GET / HTTP/1.1\r\nHost: evil.example:%d\r\n".formatted(server.port()), ""))
                .startsWith("HTTP/1.1 403")
                .doesNotContain(token());
        assertThat(send("POST /faults/redis HTTP/1.1\r\nHost: evil.example\r\n", "do=break&token=" + token()))
                .startsWith("HTTP/1.1 403");
        assertThat(isStopped(redis)).isFalse();
    }

    @Test
    void whatIsNoButtonIsRefused() throws IOException {
        assertThat(press("mariadb", "break", token())).startsWith("HTTP/1.1 404");
        assertThat(press("redis", "burn", token())).startsWith("HTTP/1.1 404");
        assertThat(get("/faults/redis")).startsWith("HTTP/1.1 404");
        assertThat(get("/../secrets.env")).startsWith("HTTP/1.1 404");
        assertThat(send("DELETE / HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(server.port()), ""))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void whatIsFrozenGoesOnByItself() throws IOException {
        desk.close();
        server.close();
        open(Duration.ofSeconds(1));
        press("redis", "break", token());
        assertThat(isStopped(redis)).isTrue();

        await().atMost(Duration.ofSeconds(10)).until(() -> !isStopped(redis));
    }

    /** The panel's own thread does not do it here: only the shell that was started with it. */
    @Test
    void whatIsFrozenGoesOnEvenIfThePanelIsKilled() {
        FrozenProcess.freeze(ProcessId.of(redis.toHandle()), Clock.systemUTC().instant(), Duration.ofSeconds(1));
        assertThat(isStopped(redis)).isTrue();

        await().atMost(Duration.ofSeconds(10)).until(() -> !isStopped(redis));
    }

    @Test
    void theEndOfThePanelThawsAndNothingIsFrozenAfterwards() throws IOException {
        press("redis", "break", token());

        desk.close();

        assertThat(isStopped(redis)).isFalse();
        press("redis", "break", token());
        assertThat(isStopped(redis)).isFalse();
    }

    @Test
    void thePageSpeaksTheLanguageOfItsReader() throws IOException {
        assertThat(get("/?lang=ko")).contains("<html lang=\"ko\">", "고장 내기 패널");
        assertThat(send(
                        "GET / HTTP/1.1\r\nHost: localhost:%d\r\nAccept-Language: ko-KR,ko;q=0.9\r\n"
                                .formatted(server.port()),
                        ""))
                .contains("<html lang=\"ko\">");
        assertThat(get("/?lang=%00")).contains("<html lang=\"en\">").doesNotContain("{{");
    }

    private Process start(String name) throws IOException {
        var process = new ProcessBuilder("sleep", "60").start();
        run.write(new RunFolder.Entry(name, ProcessId.of(process.toHandle()), 0, "up", 0));
        return process;
    }

    private static boolean isStopped(Process process) {
        return ProcessId.of(process.toHandle()).stopped();
    }

    private String token() throws IOException {
        var found = TOKEN.matcher(get("/"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String get(String path) throws IOException {
        return send("GET %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(path, server.port()), "");
    }

    private String press(String name, String action, String token) throws IOException {
        return send(
                "POST /faults/%s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(name, server.port()),
                "do=" + action + "&token=" + token);
    }

    /** By hand, because a client of Java's sets the Host itself. */
    private String send(String head, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var request = head + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
