package podo.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program ended during its start or was not ready in time. */
public final class StartFailed extends RuntimeException {

    StartFailed(String message, Path log) {
        super(message + "; the end of " + log + ":\n" + tail(log));
    }

    private static String tail(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(it has no log)";
        }
    }
}
