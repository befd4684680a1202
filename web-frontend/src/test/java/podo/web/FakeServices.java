package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A WireMock server in the place of all services that the pages call. */
public class FakeServices {

    public static final String SERVICE_SECRET = "c2VydmljZS1zZWNyZXQtZm9yLXRlc3RzLW9ubHktMDA=";
    public static final String PASS_SECRET = "cGFzcy1zZWNyZXQtZm9yLXRlc3RzLW9ubHktMDAwMDA=";
    private static final JsonMapper JSON = new JsonMapper();

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().maxRequestJournalEntries(500));

    public FakeServices() {
        server.start();
        reset();
    }

    public int port() {
        return server.port();
    }

    public WireMockServer server() {
        return server;
    }

    public void stop() {
        server.stop();
    }

    /** Spring properties that direct all clients to this server. */
    public Map<String, String> properties() {
        var properties = new java.util.LinkedHashMap<String, String>();
        for (String service : List.of("user", "event", "inventory", "reservation", "payment", "notification")) {
            properties.put(
                    "spring.cloud.discovery.client.simple.instances." + service + "[0].uri",
                    "http://127.0.0.1:" + server.port());
        }
        properties.put("eureka.client.enabled", "false");
        properties.put("spring.cloud.config.enabled", "false");
        properties.put("podo.service-secret", SERVICE_SECRET);
        properties.put("podo.pass-secret", PASS_SECRET);
        return properties;
    }

    /** Restores the canned responses. */
    public void reset() {
        server.resetAll();
        answer(
                "POST",
                "/api/tokens",
                200,
                Map.of("accessToken", "access-1", "refreshToken", "refresh-1", "expiresIn", 900));
        answer(
                "POST",
                "/api/tokens/refresh",
                200,
                Map.of("accessToken", "access-2", "refreshToken", "refresh-2", "expiresIn", 900));
        answer("POST", "/api/tokens/revoke", 204, null);
        answer("GET", "/.well-known/ended-log-ins", 200, Map.of("until", 1, "logIns", List.of()));
        answer("POST", "/api/users", 201, Map.of("id", 7, "email", "fan@podo.dev", "name", "Kim Seoyeon"));
        answer(
                "GET",
                "/api/users/me",
                200,
                Map.of(
                        "id",
                        7,
                        "email",
                        "fan@podo.dev",
                        "name",
                        "Kim Seoyeon",
                        "roles",
                        List.of("FAN", "ORGANISER"),
                        "language",
                        "en",
                        "emailConfirmed",
                        false));
        answer(
                "GET",
                "/api/users/me/log-ins",
                200,
                List.of(
                        Map.of(
                                "id", "11",
                                "beganAt", "2026-11-29T10:00:00Z",
                                "agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
                                "current", true),
                        Map.of("id", "12", "beganAt", "2026-11-28T10:00:00Z", "current", false)));
        answer(
                "GET",
                "/api/users/me/passkeys",
                200,
                List.of(
                        Map.of(
                                "id", 3,
                                "name", "My phone",
                                "createdAt", "2026-11-20T10:00:00Z",
                                "lastUsedAt", "2026-11-28T10:00:00Z"),
                        Map.of("id", 4, "name", "Security key", "createdAt", "2026-11-21T10:00:00Z")));
        var shows = FanStubs.shows(Instant.now());
        answer("GET", "/api/events", 200, page(shows));
        answer("GET", "/api/events/forms", 200, List.of());
        shows.forEach(show -> answer("GET", "/api/events/" + show.get("id"), 200, show));
        server.stubFor(any(urlPathMatching("/api/events/(99|[0-9]{4,})"))
                .atPriority(8)
                .willReturn(problem(404, "not-found", "No such event.")));
        FanStubs.stub(this);
        PresalePagesIT.stub(this);
        OrganiserStubs.stub(this);
        OrderStubs.stub(this);
        DoorStubs.stub(this);
        TeamStubs.stub(this);
        HandoverStubs.stub(this);
    }

    /** The account that logs in from now on is an operator too. */
    static void asOperator(FakeServices services) {
        services.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of(
                        "id",
                        7,
                        "email",
                        "fan@podo.dev",
                        "name",
                        "Kim Seoyeon",
                        "roles",
                        List.of("FAN", "ORGANISER", "OPERATOR"),
                        "language",
                        "en",
                        "emailConfirmed",
                        false));
    }

    public static Map<String, Object> page(List<Map<String, Object>> content) {
        return Map.of(
                "content",
                content,
                "page",
                Map.of(
                        "number",
                        0,
                        "size",
                        12,
                        "totalElements",
                        content.size(),
                        "totalPages",
                        content.isEmpty() ? 0 : 1));
    }

    public void answer(String method, String path, int status, Object body) {
        server.stubFor(on(method, path).willReturn(body == null ? aResponse().withStatus(status) : json(status, body)));
    }

    public void refuse(String method, String path, int status, String name, Map<String, Object> members) {
        var body = new java.util.LinkedHashMap<String, Object>(members);
        body.put("type", "urn:problem:" + name);
        body.put("status", status);
        body.putIfAbsent("detail", "Refused: " + name);
        server.stubFor(on(method, path)
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(JSON.writeValueAsString(body))));
    }

    private static MappingBuilder on(String method, String path) {
        return WireMock.request(
                RequestMethod.fromString(method).getName(),
                path.contains("*") ? urlPathMatching(path.replace("*", "[^/]+")) : urlPathEqualTo(path));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(int status, Object body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder problem(
            int status, String name, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(JSON.writeValueAsString(
                        Map.of("type", "urn:problem:" + name, "status", status, "detail", detail)));
    }
}
