package podo.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The addresses of the stack: {@code PODO_URL} and {@code PODO_SIMULATOR_URL}. When no stack answers, tests are skipped; with
 * {@code PODO_URL} or {@code -Dpodo.e2e=true} they fail instead.
 */
public class RunningStack implements ExecutionCondition {

    public static final String URL = env("PODO_URL", "http://localhost:8080");
    public static final String SIMULATOR = env("PODO_SIMULATOR_URL", "http://localhost:8090");

    /** Of the demo's accounts. */
    public static final String DEMO_PASSWORD = env("PODO_DEMO_PASSWORD", "podo-demo");

    private static final boolean WANTED = System.getenv("PODO_URL") != null || Boolean.getBoolean("podo.e2e");
    private static final boolean THERE = WANTED || answers();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return THERE
                ? ConditionEvaluationResult.enabled(URL)
                : ConditionEvaluationResult.disabled(
                        "No stack answers at " + URL + ": ./podo up starts one, PODO_URL names one");
    }

    private static boolean answers() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(URL + "/api/events"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String env(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name))
                .map(url -> url.replaceAll("/$", ""))
                .orElse(otherwise);
    }
}
