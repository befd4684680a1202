package podo.e2e.faults.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import podo.e2e.StackProcesses;

/** Leaves processes a share of one core, with a control group of their own (cgroup v1 or v2), which takes root. */
final class CoreShare {

    private static final Path V1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path V2 = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_MICROS = 100_000;

    private CoreShare() {}

    /** @param percent of one core, for all of them together */
    static void limit(List<String> processes, int percent, Runnable meanwhile) {
        boolean first = Files.exists(V1.resolve("cpu.cfs_quota_us"));
        Path parent = first ? V1 : V2;
        Path group = parent.resolve("podo-chaos-" + ProcessHandle.current().pid());
        List<String> pids = processes.stream()
                .map(StackProcesses::pid)
                .map(pid -> Long.toString(pid))
                .toList();
        int quota = PERIOD_MICROS * percent / 100;
        try {
            Files.createDirectory(group);
        } catch (IOException e) {
            throw new NotHere("takes root and control groups: " + e.getMessage());
        }
        Heal.after(
                Duration.ZERO,
                () -> {
                    pids.forEach(pid -> write(parent.resolve("cgroup.procs"), pid));
                    delete(group);
                },
                () -> {
                    if (first) {
                        write(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
                        write(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
                    } else {
                        write(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
                    }
                    pids.forEach(pid -> write(group.resolve("cgroup.procs"), pid));
                    meanwhile.run();
                });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
