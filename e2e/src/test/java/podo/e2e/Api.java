package podo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API through the gateway, without a token or with one. */
public record Api(String base, List<String> headers, HttpClient client) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    public Api(String base, List<String> headers) {
        this(base, headers, HTTP);
    }

    /** The gateway, without a token. */
    public static Api open() {
        return new Api(RunningStack.URL, List.of());
    }

    /** The Toss simulator, without a token. */
    public static Api simulator() {
        return new Api(RunningStack.SIMULATOR, List.of());
    }

    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(base, List.copyOf(more), client);
    }

    public Answer get(String path) {
        return call("GET", path, null, null);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null, null);
    }

    public Answer post(String path) {
        return call("POST", path, null, null);
    }

    public Answer post(String path, Map<String, ?> body) {
        return call("POST", path, JSON.writeValueAsString(body), "application/json");
    }

    public Answer put(String path, Map<String, ?> body) {
        return call("PUT", path, JSON.writeValueAsString(body), "application/json");
    }

    /** Sends any method, body and content type, also wrong ones. */
    public Answer call(String method, String path, @Nullable String body, @Nullable String type) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return Answer.of(method + " " + path, client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
