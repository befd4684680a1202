package podo.user;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import podo.stack.junit.OnRealServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP, on real servers, with the demo profile. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.limits.login.per-account=3",
            "podo.limits.login.per-account-everywhere=20",
            "podo.limits.login.longest-wait=40s",
            "podo.limits.login.per-address=6"
        })
@OnRealServers
@ActiveProfiles("demo")
@Import({MovableClock.Installed.class, MailedLinks.Installed.class})
public abstract class UserIT {

    protected static final String PASSWORD = "correct horse battery";

    /** Status and parsed body of a response. */
    protected record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String problem() {
            return body.path("type").asString();
        }

        public String text(String field) {
            return body.path(field).asString();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    protected MovableClock clock;

    protected static String freshEmail() {
        return "fan-" + UUID.randomUUID() + "@example.com";
    }

    protected String signUpFan() {
        String email = freshEmail();
        post("/api/users", Map.of("email", email, "password", PASSWORD, "name", "Minji"));
        return email;
    }

    protected Answer logIn(String email, String password, String... headers) {
        return post("/api/tokens", Map.of("email", email, "password", password), headers);
    }

    protected Answer refresh(String token) {
        return post("/api/tokens/refresh", Map.of("refreshToken", token));
    }

    protected Answer post(String path, Object body, String... headers) {
        return send(request(path, headers)
                .POST(BodyPublishers.ofString(body instanceof String text ? text : json.writeValueAsString(body)))
                .header("Content-Type", "application/json"));
    }

    protected Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    protected Answer put(String path, Object body, String... headers) {
        return send(request(path, headers)
                .PUT(BodyPublishers.ofString(json.writeValueAsString(body)))
                .header("Content-Type", "application/json"));
    }

    protected Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    /** The header of a log-in. */
    protected static String[] as(Answer logIn) {
        return new String[] {"Authorization", "Bearer " + logIn.text("accessToken")};
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(raw.statusCode(), json.readTree(raw.body().isEmpty() ? "{}" : raw.body()), raw);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
