package podo.e2e.roll;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;
import podo.stack.process.Ports;

/**
 * A process of another release beside one of the stack: the same service with the same environment on the same data, from the other release's jar. It
 * registers like any other and gets every second call. It ends as in {@code ./podo roll}: it leaves the registry and finishes what it has begun.
 */
final class ReleaseTwin implements AutoCloseable {

    /** A machine of two cores starts five processes beside a stack that is used. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** Longer than a process drains at most. */
    private static final Duration DRAIN = Duration.ofSeconds(70);

    private final String service;
    private final int port = Ports.free();
    private final Path drainRequest;
    private final Path log;
    private final Process process;

    private ReleaseTwin(String service, Path release) {
        this.service = service;
        this.drainRequest = StackProcesses.HOME.resolve("run/" + service + "-twin.drain");
        this.log = StackProcesses.HOME.resolve("logs/" + service + "-twin.log");
        this.process = start(release);
        // a process that this JVM has started would outlive it
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** @param release the folder of its sources, in which it was built */
    static ReleaseTwin begin(String service, Path release) {
        return new ReleaseTwin(service, release);
    }

    /** Waits until it is ready, for which it has brought the schema up to date. */
    void awaitReady() {
        await(service + " of the other release, log " + log)
                .ignoreExceptions()
                .failFast(service + " of the other release has ended: " + log, () -> !process.isAlive())
                .atMost(PATIENCE)
                .until(() -> get("/actuator/health/readiness").status() == 200);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Requests of callers that it has answered. */
    long answered() {
        return get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{") && !line.contains("/actuator"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public String toString() {
        return service;
    }

    private record Page(int status, String text) {}

    private Page get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        (StackProcesses.speaksTls(service) ? "https" : "http") + "://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient client = StackClients.as(StackClients.OUTSIDER);
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(Path release) {
        Path first = Path.of("/proc", Long.toString(StackProcesses.pid(service)));
        try {
            Files.deleteIfExists(drainRequest);
            Map<String, String> environment = new HashMap<>();
            for (String variable : words(first.resolve("environ"))) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    environment.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            environment.put("SERVER_PORT", Integer.toString(port));
            environment.put("PODO_DRAIN_REQUEST", drainRequest.toAbsolutePath().toString());
            ProcessBuilder twin = new ProcessBuilder(command(words(first.resolve("cmdline")), jar(release)))
                    .directory(first.resolve("cwd").toRealPath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()));
            twin.environment().clear();
            twin.environment().putAll(environment);
            return twin.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options of the first one's JVM, but for start-up caches, which are of its own jar. */
    private static List<String> command(List<String> first, Path jar) {
        List<String> command = new ArrayList<>(first.subList(0, first.indexOf("-jar")).stream()
                .filter(option -> !option.matches("-XX:(AOT|Shared|ArchiveClasses).*|-Xlog:.*"))
                .toList());
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    private Path jar(Path release) throws IOException {
        return release.resolve("services/" + service + "/target/" + service + "-1.0.jar")
                .toRealPath();
    }

    private static List<String> words(Path file) throws IOException {
        return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    }

    /** Asks it to drain; {@link #close} waits until it has. */
    void drain() {
        try {
            Files.writeString(drainRequest, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.destroy();
    }

    @Override
    public void close() {
        try {
            if (!process.waitFor(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(drainRequest);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
