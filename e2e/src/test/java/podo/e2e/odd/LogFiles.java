package podo.e2e.odd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log files of the processes, below {@code PODO_HOME/logs}. */
final class LogFiles {

    private static final Path LOGS = Path.of(System.getenv().getOrDefault("PODO_HOME", "../.podo"), "logs");

    private final Map<Path, Long> sizes = new HashMap<>();

    static LogFiles now() {
        var files = new LogFiles();
        all().forEach(file -> files.sizes.put(file, size(file)));
        return files;
    }

    /** Lines that were written since, by process. */
    Map<String, List<String>> linesSince() {
        Map<String, List<String>> lines = new HashMap<>();
        for (Path file : all()) {
            List<String> more = read(file, sizes.getOrDefault(file, 0L)).lines().toList();
            if (!more.isEmpty()) {
                lines.put(file.getFileName().toString().replace(".log", ""), more);
            }
        }
        return lines;
    }

    private static List<Path> all() {
        try (var files = Files.list(LOGS)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file, long from) {
        try (var in = Files.newByteChannel(file)) {
            in.position(Math.min(from, in.size()));
            var bytes = java.nio.ByteBuffer.allocate((int) (in.size() - in.position()));
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // reads on
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
