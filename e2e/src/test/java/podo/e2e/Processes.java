package podo.e2e.storm;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The processes of the stack, as its supervisor writes them down below {@code PODO_HOME}. */
final class Processes {

    private static final Path RUN = Path.of(System.getenv().getOrDefault("PODO_HOME", "../.podo"), "run");

    private Processes() {}

    private static boolean runs(String name) {
        return Files.exists(file(name));
    }

    /** kill -9, and wait until the supervisor has it up again. */
    static void killed(String name) {
        long pid = pid(name).orElseThrow(() -> new IllegalStateException(name + " does not run"));
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> pid(name).filter(now -> now != pid).isPresent()
                        && read(name).getProperty("state", "").equals("up"));
    }

    private static Optional<Long> pid(String name) {
        String process = read(name).getProperty("process");
        return process == null ? Optional.empty() : Optional.of(Long.valueOf(process.split(":")[0]));
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        if (runs(name)) {
            try (InputStream in = Files.newInputStream(file(name))) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static Path file(String name) {
        return RUN.resolve(name + ".process");
    }
}
