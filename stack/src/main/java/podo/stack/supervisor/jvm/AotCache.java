package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The AOT cache of one build of a service: classes loaded and linked beforehand, and what a training run learned about methods. The
 * JVM ignores a file that it cannot use and starts without it.
 */
public record AotCache(Path file) {

    public boolean exists() {
        return Files.exists(file);
    }

    /** The file that a training run writes. */
    Path recording() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Makes the recorded file the one that later starts use; false when nothing was recorded. */
    public boolean adopt() {
        try {
            Files.move(recording(), file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes what an interrupted training left: the file, and the JVM's list of classes for it. */
    public void discardRecording() {
        try {
            Files.deleteIfExists(recording());
            Files.deleteIfExists(recording().resolveSibling(recording().getFileName() + ".config"));
        } catch (IOException e) {
            // the next recording overwrites it
        }
    }
}
