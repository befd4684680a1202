package podo.stack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two folders that matter: the project's, and the one (PODO_HOME) under which all data of a stack lives. */
record StackFolders(Path project, Path folder) {

    static StackFolders of(StackSettings surroundings) throws IOException {
        var project =
                Path.of(surroundings.get("PODO_PROJECT", ".")).toAbsolutePath().normalize();
        var folder = project.resolve(surroundings.get("PODO_HOME", ".podo")).normalize();
        for (var child : new String[] {"data", "logs", "run"}) {
            Files.createDirectories(folder.resolve(child));
        }
        return new StackFolders(project, folder);
    }

    Path data(String server) {
        return folder.resolve("data").resolve(server);
    }

    Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path secrets() {
        return folder.resolve("secrets.env");
    }
}
