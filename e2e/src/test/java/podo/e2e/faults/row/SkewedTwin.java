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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;
import podo.stack.process.Ports;

/**
 * A second process of a service whose clock is wrong (libfaketime), started with the command and the environment of the first. It registers like
 * any other, and gets every second call.
 */
public final class SkewedTwin {

    /** After which every caller has the process in their list. */
    private static final Duration KNOWN = Duration.ofSeconds(6);

    private SkewedTwin() {}

    /** @param offset of its clock, such as {@code -1h} */
    public static void runBeside(String service, String offset, Duration time, Runnable meanwhile) {
        Path library = library();
        int port = Ports.free();
        @Nullable Process[] twin = new Process[1];
        Heal.after(Duration.ZERO, () -> end(twin[0]), () -> {
            twin[0] = start(service, library, offset, port);
            HttpRequest ready = HttpRequest.newBuilder(URI.create((StackProcesses.speaksTls(service) ? "https" : "http")
                            + "://127.0.0.1:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpClient client = StackClients.as(StackClients.OUTSIDER);
            await().ignoreExceptions()
                    .atMost(Duration.ofMinutes(4))
                    .until(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
            long until = System.nanoTime() + KNOWN.plus(time).toNanos();
            await().pollDelay(KNOWN).atMost(KNOWN.plusMinutes(1)).until(() -> true);
            meanwhile.run();
            await().atMost(time.plusMinutes(1)).until(() -> System.nanoTime() >= until);
        });
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

    private static Process start(String service, Path library, String offset, int port) {
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
            environment.put("FAKETIME", offset);
            environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
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

    private static void end(@Nullable Process twin) {
        if (twin == null) {
            return;
        }
        twin.destroy();
        try {
            if (!twin.waitFor(20, TimeUnit.SECONDS)) {
                twin.destroyForcibly();
            }
        } catch (InterruptedException e) {
            twin.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
