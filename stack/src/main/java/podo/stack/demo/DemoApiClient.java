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

/** Client of the public API through the gateway, and of the Toss simulator; throws {@link DemoCallFailed} for errors. */
final class DemoApiClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String gateway;
    private final String simulator;

    DemoApiClient(HttpClient http, String gateway, String simulator) {
        this.http = http;
        this.gateway = gateway;
        this.simulator = simulator;
    }

    Caller anonymous() {
        return new Caller(Map.of());
    }

    /** Creates the account unless it exists, and logs in. */
    Caller signUp(String email, String password, String name) {
        try {
            anonymous().post("/api/users", Map.of("email", email, "password", password, "name", name));
        } catch (DemoCallFailed e) {
            if (e.status() != 409) {
                throw e;
            }
        }
        return logIn(email, password);
    }

    Caller logIn(String email, String password) {
        var tokens = anonymous().post("/api/tokens", Map.of("email", email, "password", password));
        return new Caller(
                Map.of("Authorization", "Bearer " + tokens.path("accessToken").asString()));
    }

    /** Approves a payment as the buyer does in the payment window, and returns the payment key. */
    String approvePayment(JsonNode payment) {
        return actInWindow(payment, "approve");
    }

    /** Uses a card in the payment window that the bank will decline, and returns the payment key. */
    String declinePayment(JsonNode payment) {
        return actInWindow(payment, "decline");
    }

    private String actInWindow(JsonNode payment, String outcome) {
        var body = Map.of(
                "orderId", payment.path("orderId").asString(),
                "amount", payment.path("amount").asLong(),
                "outcome", outcome);
        return send("POST", URI.create(simulator + "/simulator/payments"), Map.of(), body)
                .path("paymentKey")
                .asString();
    }

    /** Sends requests with the headers of one user. */
    final class Caller {
        private final Map<String, String> headers;

        private Caller(Map<String, String> headers) {
            this.headers = headers;
        }

        Caller withHeader(String header, String value) {
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

    /** Reads a page as a visitor who is not logged in. */
    void openPage(String path) {
        var address = URI.create(gateway + path);
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .header("Accept", "text/html")
                    .build();
            var response = http.send(request, BodyHandlers.discarding());
            if (response.statusCode() >= 300) {
                throw new DemoCallFailed("GET", address, response.statusCode(), "");
            }
        } catch (IOException e) {
            throw new DemoCallFailed("GET", address, 503, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Retries transient errors for 60 s, because services register with each other shortly after the start. */
    private JsonNode send(String method, URI address, Map<String, String> headers, @Nullable Object body) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return sendOnce(method, address, headers, body);
            } catch (DemoCallFailed e) {
                if (!e.isTransient() || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Polling.sleep(Duration.ofMillis(500));
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
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new DemoCallFailed(method, address, response.statusCode(), response.body());
            }
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new DemoCallFailed(method, address, 503, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
