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
    private static final int LOWEST = 19;
    /** A user who is not root can't raise it again, so that C2 keeps a tenth of a busy thread's share then, and a hundredth where it is temporary. */
    private static final int LOWERED_BY = "root".equals(System.getProperty("user.name")) ? LOWEST : 10;

    private static final Path RENICE = Path.of("/usr/bin/renice");
    private static final Duration THREAD_APPEARS = Duration.ofSeconds(30);

    private CompilerPriority() {}

    /** Waits until the JVM has begun its compiler threads; does nothing on systems without {@code renice} and {@code /proc}. */
    static void lower(ProcessHandle jvm) throws InterruptedException {
        var deadline = Instant.now().plus(THREAD_APPEARS);
        while (jvm.isAlive() && Files.isExecutable(RENICE) && Instant.now().isBefore(deadline)) {
            var threads = c2Threads(jvm.pid());
            if (!threads.isEmpty()) {
                var stat = Path.of("/proc", Long.toString(jvm.pid()), "stat");
                renice(Math.min(LOWEST, niceness(stat) + LOWERED_BY), threads);
                return;
            }
            Thread.sleep(50);
        }
    }

    /** Also harmless for a process whose priority was not lowered. */
    public static void restore(long pid) throws InterruptedException {
        renice(niceness(Path.of("/proc", Long.toString(pid), "stat")), c2Threads(pid));
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

    /** Field 19 of {@code stat}: of a process, or of one of its threads; 0 when it has ended. */
    static int niceness(Path stat) {
        try {
            var text = Files.readString(stat);
            return Integer.parseInt(text.substring(text.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void renice(int priority, List<String> threads) throws InterruptedException {
        if (threads.isEmpty() || !Files.isExecutable(RENICE)) {
            return;
        }
        var command = new ArrayList<>(List.of(RENICE.toString(), "-n", Integer.toString(priority), "-p"));
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
