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
 * Asks Toss Payments (API 2022-11-16). Never throws for what the bank or the network does: each call ends in a
 * {@link Verdict}. Nothing is repeated here; the JDK's client does not repeat a POST either.
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

    /** Captures the money. The same idempotency key for every repeat of one attempt, and never for another. */
    public Verdict confirm(String paymentKey, String orderId, long amount, String idempotencyKey) {
        Map<String, Object> body = Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount);
        return health.watch(() -> post("/v1/payments/confirm", body, idempotencyKey));
    }

    /** Gives back a part of a captured payment, or all. */
    public Verdict cancel(String paymentKey, String reason, long amount, String idempotencyKey) {
        Map<String, Object> body = Map.of("cancelReason", reason, "cancelAmount", amount);
        return post("/v1/payments/" + encode(paymentKey) + "/cancel", body, idempotencyKey);
    }

    /** Closes a virtual account that nobody has paid to; refused when somebody has meanwhile. */
    public Verdict closeAccount(String paymentKey, String idempotencyKey) {
        Map<String, Object> body = Map.of("cancelReason", "seats are not kept until a deposit comes");
        return post("/v1/payments/" + encode(paymentKey) + "/cancel", body, "close-" + idempotencyKey);
    }

    public Verdict byOrder(String orderId) {
        return get("/v1/payments/orders/" + encode(orderId));
    }

    public Verdict byKey(String paymentKey) {
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
        Duration patience = lookUp ? settings.lookTimeout() : settings.readTimeout();
        request.header("Authorization", authorization).timeout(patience);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        // the request's own time-out ends with the headers: this one is for an answer that stops half-way
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return reader.read(response.statusCode(), response.body(), lookUp);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Verdict.Unknown("no whole answer within " + patience);
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
