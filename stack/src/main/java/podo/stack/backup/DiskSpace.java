package podo.stack.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import podo.stack.backup.file.BackupRefused;

/** Checks free space before anything is written. */
final class DiskSpace {

    private DiskSpace() {}

    static void require(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new BackupRefused("Not enough free space in " + folder + ": " + megabytes(free)
                    + " are free and about " + megabytes(bytes) + " are needed.");
        }
    }

    static String megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000 + " MB";
    }
}
