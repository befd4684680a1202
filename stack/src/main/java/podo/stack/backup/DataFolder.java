package podo.stack.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder with the data of the servers, one folder each. It may be a disk of its own, which can't be moved: new data are built in a hidden
 * folder within it, and the servers' folders change places one by one.
 */
final class DataFolder {

    /** Of a disk of its own: what its file system puts there. */
    private static final String OF_THE_DISK = "lost+found";

    private final Path path;
    private final Path fresh;
    private final Path replaced;

    DataFolder(Path path) {
        this.path = path;
        this.fresh = path.resolve(".restoring");
        this.replaced = path.resolve(".replaced");
    }

    Path path() {
        return path;
    }

    boolean isUsed() throws IOException {
        return !servers(path).isEmpty();
    }

    /** An empty folder for new data; what an interrupted restore left is gone. */
    Path cleared() throws IOException {
        clear();
        return Files.createDirectory(fresh);
    }

    /** Puts the new data in the place of those that are there, which are deleted. */
    void replace() throws IOException {
        Files.createDirectory(replaced);
        for (var server : servers(path)) {
            move(server, replaced);
        }
        for (var server : servers(fresh)) {
            move(server, path);
        }
        clear();
    }

    /** Deletes what is neither the data nor needed by them. */
    void clear() throws IOException {
        delete(fresh);
        delete(replaced);
    }

    private static List<Path> servers(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith(".")
                            && !child.getFileName().toString().equals(OF_THE_DISK))
                    .toList();
        }
    }

    private static void move(Path server, Path folder) throws IOException {
        Files.move(server, folder.resolve(server.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
