package podo.stack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB 11.4. */
final class MariaDb extends Database {

    MariaDb(Path folder, int port, String adminPassword) {
        super(folder, port, adminPassword);
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (Files.isDirectory(data())) {
            return;
        }
        var home = Artifacts.mariaDb();
        for (var tool : List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip")) {
            Artifacts.executable(home.resolve(tool));
        }
        initialise(List.of(
                Artifacts.executable(home.resolve("scripts/mariadb-install-db")).toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + folder().resolve("data.new"),
                "--auth-root-authentication-method=socket",
                "--skip-test-db",
                "--skip-name-resolve",
                "--user=" + System.getProperty("user.name")));
    }

    @Override
    public List<String> command() {
        var home = Artifacts.mariaDb();
        return serverCommand(home.resolve("bin/mariadbd"), home, "--skip-ssl");
    }
}
