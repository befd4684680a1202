package podo.stack.supervisor.watch;

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
import java.util.stream.Collectors;
import podo.stack.process.ProcessId;
import podo.stack.supervisor.settings.StackFolders;

/**
 * Records each running process in a file of its own, so that {@code status}, {@code down} and the next {@code up} find the
 * processes even when the supervisor was killed.
 */
public final class RunFolder {
    public static final String SUPERVISOR = "supervisor";

    /** State of a process that records an AOT cache and serves nobody. */
    public static final String TRAINING = "training";

    private final Path folder;

    public RunFolder(StackFolders folders) {
        this.folder = folders.run();
    }

    /** @param port 0 for a process without a port */
    public record Entry(String name, ProcessId id, int port, String state, int restarts) {

        Entry withState(String newState) {
            return new Entry(name, id, port, newState, restarts);
        }

        /** The process, if it still runs. */
        public Optional<ProcessHandle> process() {
            return id.find();
        }
    }

    public synchronized void write(Entry entry) {
        var properties = new Properties();
        properties.setProperty("process", entry.id().toString());
        properties.setProperty("port", Integer.toString(entry.port()));
        properties.setProperty("state", entry.state());
        properties.setProperty("restarts", Integer.toString(entry.restarts()));
        try {
            var newFile = folder.resolve(entry.name() + ".new");
            try (var out = Files.newOutputStream(newFile)) {
                properties.store(out, null);
            }
            Files.move(
                    newFile, file(entry.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void setState(String name, String state) {
        find(name).ifPresent(entry -> write(entry.withState(state)));
    }

    /** Replaces the entry that has the new name, if there is one. */
    synchronized void rename(String name, String newName) {
        find(name).ifPresent(entry -> {
            write(new Entry(newName, entry.id(), entry.port(), entry.state(), entry.restarts()));
            delete(file(name));
        });
    }

    /** The file whose existence asks a process that is told to end to drain first. */
    public Path drainRequest(String name) {
        return folder.resolve(name + ".drain");
    }

    public Optional<Entry> find(String name) {
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

    public List<Entry> all() {
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

    public void delete(String name) {
        delete(file(name));
        delete(folder.resolve(name + ".env"));
    }

    /** Writes a service's environment to a file that only its owner can read, so that a tool can run with it. */
    public void writeEnvironment(String name, Map<String, String> environment) {
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

    /** What was written by {@link #writeEnvironment}; empty when that process has none. */
    public Map<String, String> environment(String name) {
        try (var lines = Files.lines(folder.resolve(name + ".env"))) {
            return lines.filter(line -> line.contains("='"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 2, line.length() - 1)
                                    .replace("'\\''", "'")));
        } catch (IOException | UncheckedIOException e) {
            return Map.of();
        }
    }

    /** Whether {@link #markReady} was called since the start. */
    public boolean isReady() {
        return Files.exists(folder.resolve("ready"));
    }

    /** Marks the stack as usable; {@code ./podo up --detach} waits for this or for {@link #markNotReady}. */
    public void markReady(String url) {
        writeOutcome("ready", url);
    }

    public void markNotReady(String reason) {
        writeOutcome("not-ready", reason);
    }

    public void clearOutcome() {
        delete(folder.resolve("ready"));
        delete(folder.resolve("not-ready"));
    }

    private void writeOutcome(String file, String text) {
        clearOutcome();
        try {
            Files.writeString(folder.resolve(file), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
