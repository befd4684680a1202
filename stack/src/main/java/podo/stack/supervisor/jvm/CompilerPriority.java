package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers the priority of a JVM's C2 compiler while the stack starts, and restores it when the stack is ready. C2 then compiles in the time
 * that starting services leave, and its waiting list makes the JVM prefer C1 for the moment; nothing that C2 would compile is left
 * out. A user who is not root may lower a priority but not restore it; C2 then keeps a tenth of the share of a busy thread of its own
 * process, and all of an idle core.
 */
public final class CompilerPriority {
    private static final String LOWERED = "10";
    private static final String NORMAL = "0";
    private static final Path RENICE = Path.of("/usr/bin/renice");
    private static final Duration THREAD_APPEARS = Duration.ofSeconds(30);

    private CompilerPriority() {}

    /** Waits until the JVM has begun its compiler threads; does nothing on systems without {@code renice} and {@code /proc}. */
    static void lower(ProcessHandle jvm) throws InterruptedException {
        var deadline = Instant.now().plus(THREAD_APPEARS);
        while (jvm.isAlive() && Files.isExecutable(RENICE) && Instant.now().isBefore(deadline)) {
            var threads = c2Threads(jvm.pid());
            if (!threads.isEmpty()) {
                renice(LOWERED, threads);
                return;
            }
            Thread.sleep(50);
        }
    }

    /** Also harmless for a process whose priority was not lowered. */
    public static void restore(long pid) throws InterruptedException {
        renice(NORMAL, c2Threads(pid));
    }

    /** Thread ids; Linux shows the first 15 characters of a thread's name. */
    static List<String> c2Threads(long pid) {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.filter(thread -> nameOf(thread).startsWith("C2 Compiler"))
                    .map(thread -> thread.getFileName().toString())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String nameOf(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException e) {
            return ""; // the thread has ended
        }
    }

    private static void renice(String priority, List<String> threads) throws InterruptedException {
        if (threads.isEmpty() || !Files.isExecutable(RENICE)) {
            return;
        }
        var command = new ArrayList<>(List.of(RENICE.toString(), "-n", priority, "-p"));
        command.addAll(threads);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // C2 keeps the priority that it has
        }
    }
}
