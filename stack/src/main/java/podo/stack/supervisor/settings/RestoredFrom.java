package podo.stack.supervisor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;

/**
 * The moment of the backup that this stack was restored from, in {@code PODO_HOME/restored-from}. Services get it as
 * {@code PODO_RESTORED_FROM}, and settle once what came after it.
 */
public final class RestoredFrom {
    static final String VARIABLE = "PODO_RESTORED_FROM";

    private RestoredFrom() {}

    public static void write(StackFolders folders, Instant takenAt) throws IOException {
        Files.writeString(file(folders), takenAt + "\n");
    }

    /** The settings with that moment, unless they name one already or nothing was restored. */
    public static StackSettings addTo(StackSettings settings, StackFolders folders) throws IOException {
        if (!settings.get(VARIABLE, "").isEmpty() || !Files.exists(file(folders))) {
            return settings;
        }
        var environment = new HashMap<>(settings.environment());
        environment.put(VARIABLE, Files.readString(file(folders)).strip());
        return new StackSettings(environment);
    }

    private static Path file(StackFolders folders) {
        return folders.home().resolve("restored-from");
    }
}
