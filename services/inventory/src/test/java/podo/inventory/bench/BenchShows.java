package podo.inventory.bench;

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
import java.util.List;
import java.util.Map;
import podo.inventory.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fresh shows at a running stack, made by an organiser as any other. */
final class BenchShows {

    private final String base;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    BenchShows(RunningPodo podo) {
        this.base = podo.url();
        this.token = podo.token(Api.newFan(), true);
    }

    /** The event, once its seats can be held. */
    long onSale(int rows, int seatsPerRow) {
        long venue = post(
                        "/api/venues",
                        Map.of(
                                "name",
                                "Bench hall",
                                "sections",
                                List.of(Map.of("name", "A", "rows", rows, "seatsPerRow", seatsPerRow))))
                .path("id")
                .asLong();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long event = post(
                        "/api/events",
                        Map.of(
                                "title",
                                "Bench show",
                                "venueId",
                                venue,
                                "startsAt",
                                now.plus(30, ChronoUnit.DAYS).toString(),
                                "onSaleAt",
                                now.minusSeconds(60).toString(),
                                "seatsPerFan",
                                10,
                                "grades",
                                List.of(Map.of(
                                        "name", "R", "price", 77_000, "zones", List.of(Map.of("section", "A"))))))
                .path("id")
                .asLong();
        post("/api/events/" + event + "/publish", Map.of());
        awaitSeats(event);
        return event;
    }

    /** Withdraws it, so that its line takes no more of the machine and nobody finds it on the list. */
    void over(long event) {
        HttpResponse<String> answer = send(request("/api/events/" + event).DELETE());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("event " + event + " stays: " + answer.statusCode() + " " + answer.body());
        }
    }

    private void awaitSeats(long event) {
        long giveUp = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (send(request("/api/events/" + event + "/seats/state").GET()).statusCode() != 200) {
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("no seats for event " + event);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private JsonNode post(String path, Map<String, ?> body) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
