package podo.payment.pg;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP client of Toss Payments (API 2022-11-16), called "the bank" in this service. Each call returns a
 * {@link Verdict}, also when the network fails. No call is repeated here; the JDK's client does not repeat a POST either.
 */
@Component
public class TossClient {

    private final PgSettings settings;
    private final JsonMapper json;
    private final TossResponseReader reader;
    private final PgHealth health;
    private final HttpClient http;
    private final String authorization;

    TossClient(PgSettings settings, JsonMapper json, PgHealth health) {
        this.settings = settings;
        this.json = json;
        this.reader = new TossResponseReader(json);
        this.health = health;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((settings.secretKey() + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** Captures the money. Repeats of one attempt use the same idempotency key; no other attempt does. */
    public Verdict confirm(String paymentKey, String orderId, long amount, String idempotencyKey) {
        Map<String, Object> body = Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount);
        return health.measure(() -> post("/v1/payments/confirm", body, idempotencyKey));
    }

    /** Refunds a captured payment, in part or in full. */
    public Verdict cancel(String paymentKey, String reason, long amount, String idempotencyKey) {
        Map<String, Object> body = Map.of("cancelReason", reason, "cancelAmount", amount);
        return post("/v1/payments/" + encode(paymentKey) + "/cancel", body, idempotencyKey);
    }

    /** Closes a virtual account without a deposit; refused when a deposit has arrived. */
    public Verdict closeVirtualAccount(String paymentKey, String idempotencyKey) {
        Map<String, Object> body = Map.of("cancelReason", "seats are not kept until a deposit comes");
        return post("/v1/payments/" + encode(paymentKey) + "/cancel", body, "close-" + idempotencyKey);
    }

    public Verdict findByOrder(String orderId) {
        return get("/v1/payments/orders/" + encode(orderId));
    }

    public Verdict findByKey(String paymentKey) {
        return get("/v1/payments/" + encode(paymentKey));
    }

    private Verdict get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(settings.baseUrl() + path)).GET(), null, true);
    }

    private Verdict post(String path, Map<String, Object> body, String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        return send(request, idempotencyKey, false);
    }

    private Verdict send(HttpRequest.Builder request, @Nullable String idempotencyKey, boolean lookUp) {
        Duration timeout = lookUp ? settings.lookTimeout() : settings.readTimeout();
        request.header("Authorization", authorization).timeout(timeout);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        // the request's own time-out ends when the headers arrive; this one also covers a body that stops half-way
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return reader.read(response.statusCode(), response.body(), lookUp);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Verdict.Unknown("no complete answer within " + timeout);
        } catch (ExecutionException e) {
            return new Verdict.Unknown(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Verdict.Unknown("interrupted");
        }
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
