package podo.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call once, after a second and with the same Idempotency-Key, when it was not answered or with 429, 502, 503 or 504, as a page does.
 * What is answered with "still running" is asked again until that has ended.
 */
public final class RepeatingClient extends HttpClient {

    private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
    private static final String KEY = "Idempotency-Key";
    private static final String STILL_RUNNING = "urn:problem:still-running";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration RUNNING_AT_MOST = Duration.ofMinutes(2);

    private final HttpClient client;
    private final AtomicInteger repeated = new AtomicInteger();

    public RepeatingClient() {
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** How many calls were repeated. */
    public int repeated() {
        return repeated.get();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpRequest keyed = request.method().equals("POST")
                        && request.headers().firstValue(KEY).isEmpty()
                ? HttpRequest.newBuilder(request, (name, value) -> true)
                        .header(KEY, UUID.randomUUID().toString())
                        .build()
                : request;
        HttpResponse<T> answer = sendOrNull(keyed, handler);
        if (answer == null || AGAIN.contains(answer.statusCode())) {
            repeated.incrementAndGet();
            pause();
            answer = client.send(keyed, handler);
        }
        long until = System.nanoTime() + RUNNING_AT_MOST.toNanos();
        while (isStillRunning(answer) && System.nanoTime() < until) {
            pause();
            answer = client.send(keyed, handler);
        }
        return answer;
    }

    private <T> @Nullable HttpResponse<T> sendOrNull(HttpRequest request, BodyHandler<T> handler)
            throws InterruptedException {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isStillRunning(HttpResponse<?> answer) {
        return answer.statusCode() == 409 && String.valueOf(answer.body()).contains(STILL_RUNNING);
    }

    private static void pause() {
        await().pollDelay(PAUSE).atMost(PAUSE.plusMinutes(1)).until(() -> true);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
