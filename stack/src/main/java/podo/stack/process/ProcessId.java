package podo.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Identifies a process by its id and its start time, because the system reuses ids. Written as {@code pid:ticks}.
 *
 * @param ticks start time in clock ticks since boot
 */
public record ProcessId(long pid, long ticks) {

    public static ProcessId of(ProcessHandle process) {
        return ticksOf(process.pid())
                .map(ticks -> new ProcessId(process.pid(), ticks))
                // the process has ended already; no later process can have started at tick 0
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

    /** Whether it was stopped by a signal and not continued since. */
    public boolean stopped() {
        return find().isPresent() && stat(pid).map(stat -> stat[0].equals("T")).orElse(false);
    }

    /** Resident memory in bytes; 0 when the process has ended. */
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

    /** Field 22 of {@code /proc/PID/stat}; empty when it has ended. */
    private static Optional<Long> ticksOf(long pid) {
        return stat(pid).filter(stat -> !stat[0].equals("Z")).map(stat -> Long.parseLong(stat[19]));
    }

    /** From field 3 on, which is the state; field 2 is the name in parentheses, which may contain any character. */
    private static Optional<String[]> stat(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
