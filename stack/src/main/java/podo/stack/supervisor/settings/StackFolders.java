package podo.stack.supervisor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of a stack.
 *
 * @param project the project folder
 * @param home {@code PODO_HOME}: data, logs, secrets and the run folder
 */
public record StackFolders(Path project, Path home) {

    /** Creates the folders that are missing; only their owner can enter them. */
    public static StackFolders of(StackSettings settings) throws IOException {
        var project =
                Path.of(settings.get("PODO_PROJECT", ".")).toAbsolutePath().normalize();
        var home = project.resolve(settings.get("PODO_HOME", ".podo")).normalize();
        PrivateFolder.ensure(home);
        for (var child : new String[] {"data", "logs", "run"}) {
            Files.createDirectories(home.resolve(child));
        }
        return new StackFolders(project, home);
    }

    public Path data(String server) {
        return home.resolve("data").resolve(server);
    }

    public Path log(String process) {
        return home.resolve("logs").resolve(process + ".log");
    }

    /**
     * The extracted builds of a service and their AOT caches. They belong to the project, not to {@code PODO_HOME}: stacks of tests
     * use them too, and {@code ./podo reset} keeps them.
     */
    public Path builds(String service) {
        return builds().resolve(service);
    }

    /** The folder of all services' builds. */
    public Path builds() {
        return project.resolve(".podo").resolve("builds");
    }

    /** How long each part took at the last start. */
    public Path startTimes() {
        return home.resolve("start-times.properties");
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path secrets() {
        return home.resolve("secrets.env");
    }
}
