package podo.stack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** MySQL 8.0, whose binary needs the system libraries libaio1 and libnuma1. */
final class MySql extends Database {

    MySql(Path folder, int port, String adminPassword) {
        super(folder, port, adminPassword);
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Artifacts.executable(mysqld());
        requireLibraries();
        if (Files.isDirectory(data())) {
            return;
        }
        var command = new ArrayList<>(List.of(
                mysqld().toString(),
                "--no-defaults",
                "--initialize",
                "--basedir=" + Artifacts.mySql(),
                "--datadir=" + folder().resolve("data.new")));
        command.addAll(rootOption());
        initialise(command);
    }

    @Override
    public List<String> command() {
        return serverCommand(mysqld(), Artifacts.mySql(), "--mysqlx=OFF", "--disable-log-bin");
    }

    private static Path mysqld() {
        return Artifacts.mySql().resolve("bin/mysqld");
    }

    private static void requireLibraries() throws IOException, InterruptedException {
        var linked = new ProcessBuilder("ldd", mysqld().toString())
                .redirectErrorStream(true)
                .start();
        var lines = new String(linked.getInputStream().readAllBytes());
        linked.waitFor();
        var missing = Stream.of("libaio.so.1", "libnuma.so.1")
                .filter(library -> lines.contains(library + " => not found"))
                .toList();
        if (!missing.isEmpty()) {
            throw new IOException("MySQL 8 needs " + String.join(" and ", missing)
                    + " from the system. Debian, Ubuntu: apt-get install libaio1 libnuma1"
                    + " (libaio1t64 on newer ones, with a link libaio.so.1 to libaio.so.1t64)");
        }
    }
}
