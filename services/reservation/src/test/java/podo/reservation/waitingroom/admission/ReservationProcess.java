package podo.reservation.waitingroom.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import podo.reservation.ReservationApplication;
import podo.stack.junit.ServiceProcess;
import podo.stack.process.ManagedProcess;
import tools.jackson.databind.json.JsonMapper;

/** An instance that is asked over HTTP, and tells how many of its steps the line took. */
final class ReservationProcess {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServiceProcess service;

    ReservationProcess(ConfigurableEnvironment environment, String inventory) {
        service = new ServiceProcess(
                ReservationApplication.class,
                environment,
                Stream.of(
                        "spring.cloud.discovery.client.simple.instances.inventory[0].uri=" + inventory,
                        // nobody of this crowd takes the offer or looks again: all stay where they were put
                        "podo.room.offer=30m",
                        "podo.room.silence-in-line=30m"));
    }

    ManagedProcess process() {
        return service.process();
    }

    /** How many of its calls for a tick the script has answered with this word. */
    long ticks(String word) {
        return get("/actuator/metrics/podo.line.ticks?tag=word:" + word).get("measurements") instanceof List<?> list
                        && list.getFirst() instanceof Map<?, ?> measured
                        && measured.get("value") instanceof Number count
                ? count.longValue()
                : 0;
    }

    Map<?, ?> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? JsonMapper.shared().readValue(response.body(), Map.class) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
