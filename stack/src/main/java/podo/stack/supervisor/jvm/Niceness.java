package podo.stack.supervisor.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command prefix that gives a process the lowest priority, so that it takes only time that nobody wants. */
final class Niceness {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private Niceness() {}

    /** Empty where the system has no {@code nice}. */
    static List<String> lowest() {
        return Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of();
    }
}
