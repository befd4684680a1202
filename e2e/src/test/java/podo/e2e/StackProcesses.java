package podo.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import podo.stack.process.ProcessSignal;

/** The processes of the running stack, read from the files that the supervisor writes below {@code PODO_HOME/run}. */
public final class StackProcesses {

    public static final Path HOME = Path.of(System.getenv().getOrDefault("PODO_HOME", "../.podo"));

    private static final Path RUN = HOME.resolve("run");

    private StackProcesses() {}

    public static boolean isRunning(String name) {
        return Files.exists(file(name));
    }

    /** A secret of the stack, from the file that {@code ./podo up} writes. */
    public static String secret(String name) {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(HOME.resolve("secrets.env"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name, "");
    }

    /** Names of all processes but the supervisor. */
    public static List<String> all() {
        try (Stream<Path> files = Files.list(RUN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".process") && !file.startsWith("supervisor"))
                    .map(file -> file.substring(0, file.length() - ".process".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int port(String name) {
        return Integer.parseInt(read(name).getProperty("port", "0"));
    }

    /** Whether the port of the process speaks TLS and asks for a certificate of the stack. */
    public static boolean speaksTls(String name) {
        return !secret(name, "SERVER_SSL_BUNDLE").isEmpty();
    }

    /** Where the process listens on this machine, such as {@code https://127.0.0.1:41234}. */
    public static String address(String name) {
        return (speaksTls(name) ? "https" : "http") + "://127.0.0.1:" + port(name);
    }

    /** Sends SIGKILL to all of them at once and waits until the supervisor has restarted them. Returns how long that took. */
    public static Duration kill(String... names) {
        long began = System.nanoTime();
        Map<String, Long> before = new HashMap<>();
        for (String name : names) {
            before.put(name, pid(name));
        }
        before.values().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(10))
                .until(() -> before.entrySet().stream()
                        .allMatch(process -> isUpAgain(process.getKey(), process.getValue())));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A variable of the environment with which the supervisor starts the process. */
    public static String secret(String process, String variable) {
        Properties environment = new Properties();
        try (InputStream in = Files.newInputStream(RUN.resolve(process + ".env"))) {
            environment.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment.getProperty(variable, "").replaceAll("^['\"]|['\"]$", "");
    }

    private static boolean isUpAgain(String name, long asPid) {
        return pid(name) != asPid && read(name).getProperty("state", "").equals("up");
    }

    /** Stops the process with SIGSTOP for {@code time} and runs {@code meanwhile}: its sockets stay open and answer nothing. */
    public static void freeze(String name, Duration time, Runnable meanwhile) {
        long pid = pid(name);
        // a frozen process would outlive this JVM
        Thread thaw = new Thread(() -> signal(ProcessSignal.CONT, pid));
        Runtime.getRuntime().addShutdownHook(thaw);
        signal(ProcessSignal.STOP, pid);
        long until = System.nanoTime() + time.toNanos();
        try {
            meanwhile.run();
            await().atMost(time.plusMinutes(1)).until(() -> System.nanoTime() >= until);
        } finally {
            signal(ProcessSignal.CONT, pid);
            removeHook(thaw);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending, and runs it
        }
    }

    /** Waits until the supervisor says of each process that it is up. */
    public static void awaitAllUp() {
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(5))
                .until(() -> all().stream()
                        .allMatch(name -> read(name).getProperty("state", "").matches("up|training")));
    }

    private static void signal(ProcessSignal signal, long pid) {
        if (!signal.send(pid)) {
            throw new IllegalStateException("There is no process " + pid + " that could be sent SIG" + signal);
        }
    }

    public static long pid(String name) {
        String process = read(name).getProperty("process");
        if (process == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return Long.parseLong(process.split(":")[0]);
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        if (isRunning(name)) {
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
