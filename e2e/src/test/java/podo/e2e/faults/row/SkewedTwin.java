package podo.e2e.faults.row;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;
import podo.stack.process.Ports;

/**
 * A second process of a service whose clock can be set (libfaketime), started with the command and the environment of the first. It registers
 * like any other, and gets every second call while it is listed.
 */
final class SkewedTwin {

    /** After which every caller has a change of the registry in their list. */
    private static final Duration KNOWN = Duration.ofSeconds(6);

    private static final Duration START = Duration.ofMinutes(4);

    private final String service;
    private final Path clock;
    private final int port = Ports.free();
    private final Process process;

    private SkewedTwin(String service, Path library, String offset) {
        this.service = service;
        this.clock =
                StackProcesses.HOME.resolve("run/" + service + "-skewed.clock").toAbsolutePath();
        setClock(offset);
        this.process = start(library);
    }

    /** @param offset of its clock at its start, such as {@code -1h} */
    static void runBeside(String service, String offset, Consumer<SkewedTwin> meanwhile) {
        Path library = library();
        SkewedTwin[] twin = new SkewedTwin[1];
        Heal.after(Duration.ZERO, () -> end(twin[0]), () -> {
            twin[0] = new SkewedTwin(service, library, offset);
            await(service + " with a clock of its own is up")
                    .ignoreExceptions()
                    .atMost(START)
                    .until(() -> twin[0].health("liveness") == 200);
            meanwhile.accept(twin[0]);
        });
    }

    /** From now on; the process sees it within a second. */
    void setClock(String offset) {
        try {
            Files.writeString(clock, offset + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it knows that its clock is wrong and nobody calls it any more. */
    void awaitOutOfService() {
        awaitReadiness(503);
    }

    void awaitInService() {
        awaitReadiness(200);
    }

    private void awaitReadiness(int status) {
        await().ignoreExceptions().atMost(Duration.ofMinutes(1)).until(() -> health("readiness") == status);
        await().pollDelay(KNOWN).atMost(KNOWN.plusMinutes(1)).until(() -> true);
    }

    private int health(String group) throws IOException, InterruptedException {
        HttpClient client = StackClients.as(StackClients.OUTSIDER);
        HttpRequest request = HttpRequest.newBuilder(URI.create((StackProcesses.speaksTls(service) ? "https" : "http")
                        + "://127.0.0.1:" + port + "/actuator/health/" + group))
                .timeout(Duration.ofSeconds(5))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static Path library() {
        try (Stream<Path> places = Files.list(Path.of("/usr/lib"))) {
            return places.map(place -> place.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findAny()
                    .orElseThrow(() -> new NotHere("takes libfaketime (Debian: apt-get install libfaketime)"));
        } catch (IOException e) {
            throw new NotHere("takes libfaketime: " + e.getMessage());
        }
    }

    private Process start(Path library) {
        Path first = Path.of("/proc", Long.toString(StackProcesses.pid(service)));
        try {
            Map<String, String> environment = new HashMap<>();
            for (String variable : words(first.resolve("environ"))) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    environment.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            environment.put("SERVER_PORT", Integer.toString(port));
            environment.put("LD_PRELOAD", library.toString());
            environment.put("FAKETIME_TIMESTAMP_FILE", clock.toString());
            environment.put("FAKETIME_CACHE_DURATION", "1");
            environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
            // on by default in libfaketime 0.9.10, where it ends every timed wait of the JVM at once
            environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
            ProcessBuilder twin = new ProcessBuilder(words(first.resolve("cmdline")))
                    .directory(first.resolve("cwd").toRealPath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(StackProcesses.HOME
                            .resolve("logs/" + service + "-skewed.log")
                            .toFile()));
            twin.environment().clear();
            twin.environment().putAll(environment);
            return twin.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Path file) throws IOException {
        return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    }

    private static void end(SkewedTwin twin) {
        if (twin == null) {
            return;
        }
        twin.process.destroy();
        try {
            Files.deleteIfExists(twin.clock);
            if (!twin.process.waitFor(20, TimeUnit.SECONDS)) {
                twin.process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            twin.process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
