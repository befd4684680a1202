package podo.stack.chaos;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the auditor's last report each second, as the demo's operator, and asks for a new audit 5 s after the one before. The audit lasts longer while
 * something is under way: it looks again, for up to a minute, before it calls a difference a finding.
 */
final class AuditWatch implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_OF_AUDIT = Duration.ofSeconds(90);
    private static final int BETWEEN_AUDITS = 5;
    private static final int UNAUTHORIZED = 401;

    private final DemoStack stack;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("audit-", 0).factory());

    private volatile String token = "";
    private volatile @Nullable AuditReading last;
    private volatile boolean answering;

    AuditWatch(DemoStack stack) {
        this.stack = stack;
    }

    void start() {
        threads.scheduleWithFixedDelay(this::read, 0, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(this::audit, 1, BETWEEN_AUDITS, TimeUnit.SECONDS);
    }

    Optional<AuditReading> last() {
        return Optional.ofNullable(last);
    }

    /** Whether the report could be read a second ago. */
    boolean isAnswering() {
        return answering;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void read() {
        try {
            if (token.isEmpty()) {
                token = logIn();
            }
            var answer = send(request("/api/audit", PATIENCE).GET());
            answering = answer.statusCode() == 200;
            if (answering) {
                last = AuditReading.of(JSON.readTree(answer.body()));
            } else if (answer.statusCode() == UNAUTHORIZED) {
                token = "";
            }
        } catch (IOException | RuntimeException e) {
            answering = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void audit() {
        try {
            if (!token.isEmpty()) {
                send(request("/api/audit", PATIENCE_OF_AUDIT).POST(BodyPublishers.noBody()));
            }
        } catch (IOException e) {
            // the reading says that nobody answers
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String logIn() throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("email", "operator@podo.dev", "password", stack.password()));
        var answer = send(request("/api/tokens", PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).path("accessToken").asString()
                : "";
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        var request = HttpRequest.newBuilder(stack.shop().resolve(path))
                .timeout(patience)
                .header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
