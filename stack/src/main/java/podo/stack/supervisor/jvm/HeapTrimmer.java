package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has a JVM give back what its start needed and its work does not: one full collection, after which the heap shrinks, and the free memory of
 * the C library (compilers, class loading). A JVM that is idle does neither by itself.
 */
public final class HeapTrimmer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private HeapTrimmer() {}

    /** Trims one process, at the lowest priority; a process that has ended or refuses is left alone. */
    public static void trim(long pid) throws InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return; // a runtime without tools
        }
        var commands =
                Runtime.version().feature() >= 22 ? List.of("GC.run", "System.trim_native_heap") : List.of("GC.run");
        for (var diagnostic : commands) {
            var command = new ArrayList<>(Niceness.lowest());
            command.addAll(
                    List.of(jcmd.toString(), "-J-XX:TieredStopAtLevel=1", "-J-Xmx32m", Long.toString(pid), diagnostic));
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
