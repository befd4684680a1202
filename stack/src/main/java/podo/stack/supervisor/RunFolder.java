package podo.stack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import podo.stack.process.ProcessId;

/** What runs now, one small file per process, so that status, down and the next up know it whoever died meanwhile. */
final class RunFolder {
    static final String SUPERVISOR = "supervisor";

    private final Path folder;

    RunFolder(StackFolders home) {
        this.folder = home.run();
    }

    /** @param port 0 when it has none */
    record Entry(String name, ProcessId id, int port, String state, int restarts) {

        Entry in(String newState) {
            return new Entry(name, id, port, newState, restarts);
        }

        Optional<ProcessHandle> process() {
            return id.find();
        }
    }

    synchronized void write(Entry entry) {
        var properties = new Properties();
        properties.setProperty("process", entry.id().toString());
        properties.setProperty("port", Integer.toString(entry.port()));
        properties.setProperty("state", entry.state());
        properties.setProperty("restarts", Integer.toString(entry.restarts()));
        try {
            var making = folder.resolve(entry.name() + ".new");
            try (var out = Files.newOutputStream(making)) {
                properties.store(out, null);
            }
            Files.move(making, file(entry.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void state(String name, String state) {
        find(name).ifPresent(entry -> write(entry.in(state)));
    }

    Optional<Entry> find(String name) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file(name))) {
            properties.load(in);
            return Optional.of(new Entry(
                    name,
                    ProcessId.read(properties.getProperty("process")),
                    Integer.parseInt(properties.getProperty("port", "0")),
                    properties.getProperty("state", ""),
                    Integer.parseInt(properties.getProperty("restarts", "0"))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    List<Entry> all() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".process"))
                    .map(file -> file.substring(0, file.length() - ".process".length()))
                    .sorted()
                    .flatMap(name -> find(name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        delete(file(name));
        delete(folder.resolve(name + ".env"));
    }

    /** Keeps what a service was told, for its owner only, so that a tool can be run in its place. */
    void environment(String name, Map<String, String> environment) {
        var file = folder.resolve(name + ".env");
        delete(file);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    environment.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + "='" + entry.getValue().replace("'", "'\\''") + "'")
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that the stack can be used, or that it cannot and why; empty takes the word back. */
    void outcome(String file, String text) {
        delete(folder.resolve("ready"));
        delete(folder.resolve("not-ready"));
        if (!file.isEmpty()) {
            try {
                Files.writeString(folder.resolve(file), text + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".process");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
