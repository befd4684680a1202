package podo.e2e.faults.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import podo.e2e.StackProcesses;

/** The file system under database, Redis and Kafka, where it is a tmpfs of its own: it is full when its size becomes what is used. */
public final class DataDisk {

    private static final Path FOLDER = StackProcesses.HOME.resolve("data").toAbsolutePath();

    private DataDisk() {}

    /** Nothing can be written to new space for this time; then the size is what it was. */
    public static void fill(Duration time) {
        try {
            FileStore disk = Files.getFileStore(FOLDER);
            if (!disk.type().equals("tmpfs") || disk.equals(Files.getFileStore(FOLDER.getParent()))) {
                throw new NotHere("takes root and a disk of its own: mount -t tmpfs -o size=4g podo " + FOLDER
                        + " before ./podo up");
            }
            long size = disk.getTotalSpace();
            Heal.after(time, () -> resize(size), () -> resize(size - unused(disk)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long unused(FileStore disk) {
        try {
            return disk.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resize(long bytes) {
        try {
            Process mount = new ProcessBuilder("mount", "-o", "remount,size=" + bytes, FOLDER.toString())
                    .inheritIO()
                    .start();
            if (!mount.waitFor(10, TimeUnit.SECONDS) || mount.exitValue() != 0) {
                throw new NotHere("the data's disk can't be resized: that takes root");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
