package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.OnRunningStack;
import podo.e2e.StackProcesses;
import podo.stack.process.Ports;
import podo.stack.process.ProcessId;

/** {@code ./podo chaos panel}: each button is pressed while fans buy; the auditor on its page stays content, and nothing is left broken. Part of {@code ./podo test --long}. */
@OnRunningStack
@Isolated("it stops the stack's processes")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class ChaosPanelIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Duration SOON = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private Process panel;

    @BeforeEach
    void startPanel() throws IOException {
        Path script = Path.of("..", "podo").toAbsolutePath().normalize();
        ProcessBuilder command = new ProcessBuilder(script.toString(), "chaos", "panel").inheritIO();
        command.environment()
                .put("PODO_HOME", StackProcesses.HOME.toAbsolutePath().toString());
        command.environment().put("PODO_CHAOS_PORT", Integer.toString(port));
        panel = command.start();
        await().ignoreExceptions().atMost(SOON).until(() -> page().contains("No findings"));
    }

    @AfterEach
    void endPanel() throws InterruptedException {
        panel.destroy();
        assertThat(panel.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theAuditorHasNoFindingsWhateverButtonIsPressedWhileFansBuy() {
        BuyingFans.buyDuring("the panel's buttons", () -> {
            press("redis", "break");
            awaitPage("Frozen; goes on by itself");
            press("redis", "heal");
            press("kafka", "break");
            press("payment", "break");
            awaitPage("Starting again");
            press("kafka", "heal");
            await().ignoreExceptions().atMost(SOON).until(() -> !page().contains("Starting again"));
        });
        awaitPage("No findings");
        assertThat(page()).doesNotContain("has findings", "Frozen;");
    }

    @Test
    void theEndOfThePanelThawsWhatItFroze() throws Exception {
        press("kafka", "break");
        assertThat(isStopped("kafka")).isTrue();

        panel.destroy();

        assertThat(panel.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(isStopped("kafka")).isFalse();
    }

    @Test
    void aPageOfAnotherSiteCanPressNothing() {
        assertThat(post("redis", "do=break&token=guessed").statusCode()).isEqualTo(403);
        assertThat(isStopped("redis")).isFalse();
    }

    private void awaitPage(String text) {
        await().ignoreExceptions().atMost(SOON).until(() -> page().contains(text));
    }

    private static boolean isStopped(String name) {
        return ProcessId.of(ProcessHandle.of(StackProcesses.pid(name)).orElseThrow())
                .stopped();
    }

    private void press(String name, String action) {
        var token = TOKEN.matcher(page());
        assertThat(token.find()).isTrue();
        assertThat(post(name, "do=" + action + "&token=" + token.group(1)).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> post(String name, String form) {
        return send(HttpRequest.newBuilder(address("/faults/" + name)).POST(BodyPublishers.ofString(form)));
    }

    private String page() {
        return send(HttpRequest.newBuilder(address("/?lang=en"))).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
