package podo.e2e.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;
import tools.jackson.databind.json.JsonMapper;

/** What the processes of the stack have done so far: processor time, Redis commands, statements, and the front end's calls. */
public final class StackWork implements AutoCloseable {

    /** All services in one process are "services". */
    private static final List<String> SERVICES = List.of(
            "services",
            "gateway-mvc",
            "web-frontend",
            "event",
            "inventory",
            "reservation",
            "payment",
            "user",
            "notification",
            "kafka",
            "redis");

    /** @param calls empty when the front end's metrics cannot be read */
    record Count(Map<String, Double> cpuSeconds, long redis, long statements, OptionalDouble calls) {

        /** The work since then, divided among so many requests or seconds. */
        PerRequest since(Count then, double by) {
            Map<String, Double> millis = new LinkedHashMap<>();
            cpuSeconds.forEach((name, seconds) ->
                    millis.put(name, (seconds - then.cpuSeconds().get(name)) * 1000 / by));
            OptionalDouble made = calls.isPresent() && then.calls().isPresent()
                    ? OptionalDouble.of((calls.getAsDouble() - then.calls().getAsDouble()) / by)
                    : OptionalDouble.empty();
            return new PerRequest(millis, (redis - then.redis()) / by, (statements - then.statements()) / by, made);
        }
    }

    /** What one request costs, or one second of the idle stack. */
    record PerRequest(Map<String, Double> cpuMillis, double redis, double statements, OptionalDouble calls) {

        /** Without what the stack does anyway, given per second. */
        PerRequest without(PerRequest idle, double perSecond) {
            Map<String, Double> millis = new LinkedHashMap<>();
            cpuMillis.forEach((name, all) ->
                    millis.put(name, Math.max(0, all - idle.cpuMillis().get(name) / perSecond)));
            return new PerRequest(
                    millis,
                    Math.max(0, redis - idle.redis() / perSecond),
                    Math.max(0, statements - idle.statements() / perSecond),
                    calls.isPresent() && idle.calls().isPresent()
                            ? OptionalDouble.of(Math.max(
                                    0, calls.getAsDouble() - idle.calls().getAsDouble() / perSecond))
                            : calls);
        }

        double allCpuMillis() {
            return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private static final String FRONT_END = "web-frontend";

    private final List<StackProcess> processes;
    private final StackProcess redis = StackProcess.of("redis");
    private final @Nullable Connection database;
    private final HttpClient http =
            StackProcesses.speaksTls(FRONT_END) ? StackClients.as(StackClients.OUTSIDER) : HttpClient.newHttpClient();

    public StackWork() throws IOException {
        StackProcess judge = StackProcess.ofDatabase();
        this.processes = Stream.concat(
                        SERVICES.stream().filter(StackProcess::isUp).map(StackWork::process), Stream.of(judge))
                .toList();
        this.database = connect(judge.port());
    }

    Count now() {
        Map<String, Double> cpu = new LinkedHashMap<>();
        try {
            for (StackProcess process : processes) {
                cpu.put(process.name(), process.cpuSeconds());
            }
            return new Count(cpu, RedisWork.of(redis).all(), statements(), calls());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StackProcess process(String name) {
        try {
            return StackProcess.of(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the event service does; the count is of all services, and any account may read it. */
    private static @Nullable Connection connect(int port) throws IOException {
        Properties environment = StackProcess.environment("event");
        try {
            return DriverManager.getConnection(
                    "jdbc:mysql://127.0.0.1:" + port + "/podo_event",
                    "podo_event",
                    environment.getProperty("PODO_DB_PASSWORD", ""));
        } catch (SQLException e) {
            System.err.println("Statements are not counted: " + e.getMessage());
            return null;
        }
    }

    /** Of all services, this look among them. */
    private long statements() {
        return databaseStatus(List.of("Questions")).getOrDefault("Questions", 0L);
    }

    /** These counters of the database, of all services; empty when it does not let this client in. */
    public Map<String, Long> databaseStatus(List<String> names) {
        Map<String, Long> values = new LinkedHashMap<>();
        if (database == null) {
            return values;
        }
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS")) {
            while (rows.next()) {
                if (names.contains(rows.getString(1))) {
                    values.put(rows.getString(1), rows.getLong(2));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those inside scripts included. */
    public long redisCommands() throws IOException {
        return RedisWork.of(redis).all();
    }

    private OptionalDouble calls() {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    StackProcesses.address(FRONT_END) + "/actuator/metrics/http.client.requests"))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? OptionalDouble.of(new JsonMapper()
                            .readTree(answer.body())
                            .path("measurements")
                            .path(0)
                            .path("value")
                            .asDouble())
                    : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        }
    }

    @Override
    public void close() {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
