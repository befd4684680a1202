package podo.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The processes of the stack, as its supervisor writes them down below {@code PODO_HOME}; each is touched by its own id. */
public final class StackProcesses {

    private static final Path RUN = Path.of(System.getenv().getOrDefault("PODO_HOME", "../.podo"), "run");

    private StackProcesses() {}

    public static boolean runs(String name) {
        return Files.exists(file(name));
    }

    public static int port(String name) {
        return Integer.parseInt(read(name).getProperty("port", "0"));
    }

    /** kill -9 of all of them at once, and wait until the supervisor has them up again. Answers how long that took. */
    public static Duration killed(String... names) {
        long began = System.nanoTime();
        Map<String, Long> before = new HashMap<>();
        for (String name : names) {
            before.put(name, pid(name));
        }
        before.values().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(10))
                .until(() ->
                        before.entrySet().stream().allMatch(killed -> isUpAgain(killed.getKey(), killed.getValue())));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static boolean isUpAgain(String name, long asPid) {
        return pid(name) != asPid && read(name).getProperty("state", "").equals("up");
    }

    /** SIGSTOP for this long, and what is to happen meanwhile: it neither answers nor refuses. */
    public static void frozen(String name, Duration time, Runnable meanwhile) {
        long pid = pid(name);
        signal("STOP", pid);
        long until = System.nanoTime() + time.toNanos();
        try {
            meanwhile.run();
            await().atMost(time.plusMinutes(1)).until(() -> System.nanoTime() >= until);
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " answered " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long pid(String name) {
        String process = read(name).getProperty("process");
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return Long.parseLong(process.split(":")[0]);
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
