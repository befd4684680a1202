package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives a process the lowest priority, so that it takes only time that nobody wants. */
final class Niceness {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final int ATTEMPTS = 100;

    private Niceness() {}

    /** The prefix of a command; empty where the system has no {@code nice}. */
    static List<String> lowest() {
        return Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of();
    }

    /**
     * Lowers the priority of the process's session. Linux may share the processor among sessions first ({@code sched_autogroup}), so that
     * the niceness of a process that has a session to itself means nothing.
     */
    static void lowerSessionOf(ProcessHandle process) {
        Thread.ofVirtual().name("niceness of " + process.pid()).start(() -> {
            try {
                for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
                    if (hasOwnSession(process.pid())) {
                        Files.writeString(Path.of("/proc", Long.toString(process.pid()), "autogroup"), "19");
                        return;
                    }
                    Thread.sleep(20);
                }
            } catch (IOException e) {
                // a system without such groups: the niceness counts
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Field 6 of {@code stat}; before {@code setsid} has run, the session is still that of the supervisor. */
    private static boolean hasOwnSession(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(afterName[3]) == pid;
    }
}
