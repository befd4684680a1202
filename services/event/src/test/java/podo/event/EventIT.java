package podo.event;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import podo.stack.junit.OnRealServers;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP, on real servers, with a test double of the inventory. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "podo.event.cache=5s")
@OnRealServers
@Import({Inventory.class, DecidingInventory.class})
public abstract class EventIT {

    /** Status and parsed body of a response. */
    protected record Answer(int status, JsonNode body) {

        public String problem() {
            return body.path("type").asString();
        }

        public String text(String field) {
            return body.path(field).asString();
        }

        public long id() {
            return body.path("id").asLong();
        }

        public List<String> fields() {
            return body.path("fields").findValuesAsString("field");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private FanTokens tokens;

    @Autowired
    protected Inventory inventory;

    @Autowired
    protected DecidingInventory decisions;

    protected String organiser() {
        return token(true);
    }

    protected String fan() {
        return token(false);
    }

    private String token(boolean organiser) {
        long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE >> 12);
        return tokens.mint(organiser ? Fan.of(id, Role.ORGANISER) : Fan.of(id), Instant.now(), Duration.ofMinutes(15));
    }

    /** Creates a venue of 2 × 3 seats: one section with rows A and B. */
    protected long smallVenue(String organiser) {
        return post(
                        organiser,
                        "/api/venues",
                        Map.of(
                                "name",
                                "Hall " + UUID.randomUUID(),
                                "sections",
                                List.of(Map.of("name", "Main", "rows", 2, "seatsPerRow", 3, "firstRow", "A"))))
                .id();
    }

    /** Row A costs 99,000 won, row B 66,000; the sale began yesterday, the event starts in 30 days. */
    protected Map<String, Object> eventBody(long venue) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> body = new HashMap<>();
        body.put("title", "Show " + UUID.randomUUID());
        body.put("description", "An evening of grapes");
        body.put("venueId", venue);
        body.put("startsAt", now.plus(Duration.ofDays(30)));
        body.put("onSaleAt", now.minus(Duration.ofDays(1)));
        body.put(
                "grades",
                List.of(
                        grade("VIP", 99_000, Map.of("section", "Main", "toRow", "A")),
                        grade("R", 66_000, Map.of("section", "Main", "fromRow", "B"))));
        return body;
    }

    protected static Map<String, Object> grade(String name, long price, Map<String, String> zone) {
        return Map.of("name", name, "price", price, "zones", List.of(zone));
    }

    protected long published(String organiser) {
        long id =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        post(organiser, "/api/events/" + id + "/publish", Map.of());
        return id;
    }

    protected Answer get(String token, String path) {
        return send(request(token, path).GET());
    }

    protected Answer get(String path) {
        return get("", path);
    }

    protected Answer post(String token, String path, Object body) {
        return send(request(token, path).POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    protected Answer put(String token, String path, Object body) {
        return send(request(token, path).PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    protected Answer delete(String token, String path) {
        return send(request(token, path).DELETE());
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(raw.statusCode(), json.readTree(raw.body().isEmpty() ? "{}" : raw.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
