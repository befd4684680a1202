package podo.reservation.waitingroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import podo.reservation.ReservationApplication;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import tools.jackson.databind.json.JsonMapper;

/** An instance of the service as a process of its own, on the servers of the test: one that can be killed. */
final class ReservationProcess implements Program {

    private static final List<String> PASSED_ON = List.of(
            "PODO_DB_HOST",
            "PODO_DB_PORT",
            "PODO_DB_PASSWORD",
            "PODO_REDIS_HOST",
            "PODO_REDIS_PORT",
            "PODO_KAFKA",
            "PODO_SERVICE_SECRET",
            "PODO_PASS_SECRET",
            "PODO_RECEIPT_SECRET",
            "PODO_JWT_PRIVATE_KEY",
            "PODO_CONFIG_IMPORT");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Environment environment;
    private final String inventory;
    private final Path home;
    private final ManagedProcess process;

    ReservationProcess(Environment environment, String inventory) {
        this.environment = environment;
        this.inventory = inventory;
        try {
            home = Files.createTempDirectory("podo-reservation-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = new ManagedProcess(this, home.resolve("reservation.log"), started -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
    }

    void launch() {
        process.launch();
    }

    void awaitReady() {
        process.awaitReady();
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
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
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
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

    @Override
    public String name() {
        return "reservation";
    }

    @Override
    public Path folder() {
        return home;
    }

    @Override
    public List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-cp",
                System.getProperty("java.class.path"),
                ReservationApplication.class.getName(),
                "--server.port=" + port,
                "--eureka.client.enabled=false",
                "--spring.cloud.config.enabled=false",
                "--spring.cloud.discovery.client.simple.instances.inventory[0].uri=" + inventory,
                // nobody of this crowd takes the offer or looks again: all stay where they were put
                "--podo.room.offer=30m",
                "--podo.room.silence-in-line=30m");
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> values = new HashMap<>();
        PASSED_ON.forEach(name -> values.put(name, environment.getRequiredProperty(name)));
        return values;
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }

    /** A machine that is busy with other tests needs a while. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(8);
    }
}
