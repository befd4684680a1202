package podo.inventory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import podo.stack.junit.SignedTokens;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's API as a client sees it. */
@TestComponent
public class Api {

    private static final AtomicLong FANS = new AtomicLong(System.nanoTime() / 1_000);

    public record Answer(int status, JsonNode body, HttpResponse<byte[]> http) {

        public String type() {
            return body.path("type").asString();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final FanTokens tokens;
    private final EntryPasses passes;
    private final ServiceTokens services;
    private final Environment environment;

    Api(FanTokens tokens, EntryPasses passes, ServiceTokens services, Environment environment) {
        this.tokens = tokens;
        this.passes = passes;
        this.services = services;
        this.environment = environment;
    }

    /** The id of a new fan. */
    public static long newFan() {
        return FANS.incrementAndGet();
    }

    public String token(long fanId, boolean organiser) {
        Fan fan = organiser ? Fan.of(fanId, Role.ORGANISER) : Fan.of(fanId);
        return SignedTokens.of(fan, () -> tokens.mint(fan, Instant.now(), Duration.ofMinutes(15)));
    }

    public String pass(long fanId, long eventId, Duration life) {
        return passes.mint(new EntryPass(
                UUID.randomUUID().toString(), eventId, fanId, Instant.now().plus(life)));
    }

    public HttpRequest.Builder as(long fanId, String path) {
        return open(path).header("Authorization", "Bearer " + token(fanId, false));
    }

    public HttpRequest.Builder asOrganiser(long id, String path) {
        return open(path).header("Authorization", "Bearer " + token(id, true));
    }

    public HttpRequest.Builder asService(String path) {
        return open(path).header("Authorization", "Bearer " + services.mint("inventory"));
    }

    /** Where the service is. */
    public String base() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    public HttpRequest.Builder open(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path)).header("Content-Type", "application/json");
    }

    /** A hold by this fan, with a good pass. */
    public Answer hold(long fanId, long eventId, Object... seatIds) {
        return send(as(fanId, "/api/events/" + eventId + "/holds")
                .header("X-Entry-Pass", pass(fanId, eventId, Duration.ofMinutes(15)))
                .POST(seats(seatIds)));
    }

    public static HttpRequest.BodyPublisher seats(Object... seatIds) {
        return HttpRequest.BodyPublishers.ofString("{\"seatIds\":" + java.util.Arrays.toString(seatIds) + "}");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            return new Answer(
                    answer.statusCode(),
                    body.startsWith("{") || body.startsWith("[") ? json.readTree(body) : json.createObjectNode(),
                    answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
