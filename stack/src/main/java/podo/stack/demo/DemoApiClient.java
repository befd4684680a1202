package podo.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as its clients see it: JSON over HTTP, through the gateway, and the simulator of the payment window. */
final class DemoApiClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String gateway;
    private final String simulator;

    DemoApiClient(String gateway, String simulator) {
        this.gateway = gateway;
        this.simulator = simulator;
    }

    Caller stranger() {
        return new Caller(Map.of());
    }

    /** Makes the account unless there is one, and logs in. */
    Caller signUp(String email, String password, String name) {
        try {
            stranger().post("/api/users", Map.of("email", email, "password", password, "name", name));
        } catch (DemoCallFailed e) {
            if (e.status() != 409) {
                throw e;
            }
        }
        return logIn(email, password);
    }

    Caller logIn(String email, String password) {
        var tokens = stranger().post("/api/tokens", Map.of("email", email, "password", password));
        return new Caller(
                Map.of("Authorization", "Bearer " + tokens.path("accessToken").asString()));
    }

    /** What the buyer does in the payment window: approves. Returns the payment key. */
    String approve(JsonNode payment) {
        var bought = Map.of(
                "orderId", payment.path("orderId").asString(),
                "amount", payment.path("amount").asLong(),
                "outcome", "approve");
        return send("POST", URI.create(simulator + "/simulator/payments"), Map.of(), bought)
                .path("paymentKey")
                .asString();
    }

    /** Somebody who calls, and the headers that say who. */
    final class Caller {
        private final Map<String, String> headers;

        private Caller(Map<String, String> headers) {
            this.headers = headers;
        }

        Caller with(String header, String value) {
            var all = new HashMap<>(headers);
            all.put(header, value);
            return new Caller(all);
        }

        JsonNode get(String path) {
            return send("GET", URI.create(gateway + path), headers, null);
        }

        JsonNode post(String path, Object body) {
            return send("POST", URI.create(gateway + path), headers, body);
        }

        JsonNode delete(String path) {
            return send("DELETE", URI.create(gateway + path), headers, null);
        }
    }

    /** A service that isn't found yet is asked again; every other error is the caller's to handle. */
    private JsonNode send(String method, URI address, Map<String, String> headers, @Nullable Object body) {
        var giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return sendOnce(method, address, headers, body);
            } catch (DemoCallFailed e) {
                if (!e.passing() || Instant.now().isAfter(giveUp)) {
                    throw e;
                }
                Polling.of(Duration.ofMillis(500));
            }
        }
    }

    private JsonNode sendOnce(String method, URI address, Map<String, String> headers, @Nullable Object body) {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new DemoCallFailed(method, address, answer.statusCode(), answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new DemoCallFailed(method, address, 503, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
