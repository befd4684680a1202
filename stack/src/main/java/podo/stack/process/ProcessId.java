package podo.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names one process for ever: its id and the clock ticks since boot at which it began, because ids are used again.
 * Written as {@code pid:ticks}.
 */
public record ProcessId(long pid, long ticks) {

    public static ProcessId of(ProcessHandle process) {
        return ticksOf(process.pid())
                .map(ticks -> new ProcessId(process.pid(), ticks))
                // it ended already; no process that comes later can have begun at tick 0
                .orElseGet(() -> new ProcessId(process.pid(), 0));
    }

    public static ProcessId read(String text) {
        var parts = text.strip().split(":");
        return new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ticksOf(pid).filter(now -> now == ticks).flatMap(same -> ProcessHandle.of(pid));
    }

    /** Memory that is really in use, in bytes; 0 when the process is gone. */
    public long resident() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findAny()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return pid + ":" + ticks;
    }

    /** Field 22 of /proc/PID/stat; the name in field 2 stands in brackets and may hold anything. */
    private static Optional<Long> ticksOf(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return afterName[0].equals("Z") ? Optional.empty() : Optional.of(Long.parseLong(afterName[19]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
