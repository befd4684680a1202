package podo.stack.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder with the data of the servers, one folder each. It may be a disk of its own, which can't be moved: new data are built in a hidden
 * folder within it, and the servers' folders change places one by one. Until all have, the data that were there can be put back.
 */
final class DataFolder {

    /** Of a disk of its own: what its file system puts there. */
    private static final String OF_THE_DISK = "lost+found";

    private final Path path;
    private final Path fresh;
    /** Is there only while folders change places. */
    private final Path replaced;

    private final Path old;

    DataFolder(Path path) {
        this.path = path;
        this.fresh = path.resolve(".restoring");
        this.replaced = path.resolve(".replaced");
        this.old = path.resolve(".old");
    }

    Path path() {
        return path;
    }

    boolean isUsed() throws IOException {
        return !servers(path).isEmpty() || Files.exists(replaced);
    }

    /** An empty folder for new data; what an interrupted restore has moved is back, and what it has built is gone. */
    Path cleared() throws IOException {
        putBack();
        clear();
        return Files.createDirectory(fresh);
    }

    /** Puts the new data in the place of those that are there, which are deleted; these stay when that fails. */
    void replace() throws IOException {
        Files.createDirectory(replaced);
        try {
            moveAll(path, replaced);
            moveAll(fresh, path);
        } catch (IOException e) {
            putBack();
            throw e;
        }
        Files.move(replaced, old, StandardCopyOption.ATOMIC_MOVE);
        clear();
    }

    private void putBack() throws IOException {
        if (Files.exists(replaced)) {
            for (var server : servers(replaced)) {
                delete(path.resolve(server.getFileName()));
            }
            moveAll(replaced, path);
            Files.delete(replaced);
        }
    }

    /** Deletes new data that were not put in place, and old ones that were replaced. */
    void clear() throws IOException {
        delete(fresh);
        delete(old);
    }

    private static List<Path> servers(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith(".")
                            && !child.getFileName().toString().equals(OF_THE_DISK))
                    .toList();
        }
    }

    private static void moveAll(Path from, Path to) throws IOException {
        for (var server : servers(from)) {
            Files.move(server, to.resolve(server.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
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
