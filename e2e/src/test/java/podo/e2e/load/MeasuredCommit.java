package podo.e2e.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The commit of this folder, for the head of a measurement. */
public final class MeasuredCommit {

    private MeasuredCommit() {}

    /** Its short name, {@code unknown} without git. */
    public static String name() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
