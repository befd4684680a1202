package podo.tosssimulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the simulator as the shop and as the buyer, over HTTP. */
class ShopClient {

    record Reply(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        String code() {
            return json().path("code").asString();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    ShopClient(int port) {
        this.address = "http://localhost:" + port;
    }

    static String newOrderId() {
        return "podo-" + UUID.randomUUID();
    }

    /** Does what the buyer does in the window. @return the payment key */
    String approve(String orderId, long amount) throws Exception {
        return actAsBuyer(orderId, amount, "approve", null)
                .json()
                .path("paymentKey")
                .asString();
    }

    Reply actAsBuyer(String orderId, long amount, String outcome, String code) throws Exception {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("orderId", orderId, "amount", amount));
        request.put("outcome", outcome);
        request.put("code", code);
        return post("/simulator/payments", request, Map.of());
    }

    Reply confirm(String paymentKey, String orderId, long amount, String... headers) throws Exception {
        return post(
                "/v1/payments/confirm",
                Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount),
                withKey(headers));
    }

    Reply cancel(String paymentKey, Long amount, String... headers) throws Exception {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("cancelReason", "changed my mind"));
        if (amount != null) {
            request.put("cancelAmount", amount);
        }
        return post("/v1/payments/" + paymentKey + "/cancel", request, withKey(headers));
    }

    void setFault(Map<String, ?> fault) throws Exception {
        Reply reply = post("/simulator/faults", fault, Map.of());
        if (reply.status() != 201) {
            throw new AssertionError(reply);
        }
    }

    void advanceClock(Duration by) throws Exception {
        post("/simulator/clock", Map.of("advance", by.toString()), Map.of());
    }

    Reply get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET(), withKey());
    }

    Reply post(String path, Object body, Map<String, String> headers) throws Exception {
        String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text)),
                headers);
    }

    private Reply send(HttpRequest.Builder request, Map<String, String> headers)
            throws IOException, InterruptedException {
        headers.forEach(request::header);
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    private static Map<String, String> withKey(String... more) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", basic("test_sk_podo:"));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
