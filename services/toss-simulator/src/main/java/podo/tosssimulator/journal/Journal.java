package podo.tosssimulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file with one JSON line per change: the complete new state of one object. It is read and compacted at the
 * start; the last line of a key wins. Each line is written to the file before the caller goes on, so {@code kill -9} loses
 * nothing; the file is not synced to the disk, because the simulator need not survive a power cut.
 */
@Component
public class Journal {

    private record Line(String kind, String key, JsonNode state) {}

    private final JsonMapper json;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final FileChannel file;

    Journal(@Value("${podo.simulator.journal}") Path path, JsonMapper json) {
        this.json = json;
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            if (Files.exists(path)) {
                Files.readAllLines(path).forEach(this::read);
            }
            this.file = compact(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All objects of one kind, as they were when the simulator started. */
    public <T> List<T> readAll(String kind, Class<T> type) {
        List<T> states = new ArrayList<>();
        for (Line line : lines.values()) {
            if (line.kind().equals(kind)) {
                states.add(json.treeToValue(line.state(), type));
            }
        }
        return states;
    }

    public void append(String kind, String key, Object state) {
        append(file, new Line(kind, key, json.valueToTree(state)));
    }

    private void read(String text) {
        try {
            Line line = json.readValue(text, Line.class);
            lines.remove(line.kind() + " " + line.key());
            lines.put(line.kind() + " " + line.key(), line);
        } catch (JacksonException e) {
            // the process was killed while it wrote this line, so its caller got no answer
        }
    }

    private FileChannel compact(Path path) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        for (Line line : lines.values()) {
            append(channel, line);
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return channel;
    }

    private synchronized void append(FileChannel channel, Line line) {
        ByteBuffer bytes = ByteBuffer.wrap((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
