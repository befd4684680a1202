package podo.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import podo.stack.process.Ports;
import podo.stack.process.Program;

/** MariaDB or MySQL, with one schema and one account per service. */
public abstract class Database implements Program {
    /** Options of both servers; every commit is flushed to disk, because payments are stored here. */
    private static final List<String> SETTINGS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--transaction-isolation=READ-COMMITTED",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-buffer-size=16M",
            "--innodb-lock-wait-timeout=5",
            "--max-connections=400",
            "--max-allowed-packet=64M",
            "--default-time-zone=+00:00");

    private static final String ADMIN = "podo_admin";

    private final Path folder;
    private final int port;
    private final String adminPassword;

    Database(Path folder, int port, String adminPassword) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.adminPassword = adminPassword;
    }

    public static Database mariaDb(Path folder, int port, String adminPassword) {
        return new MariaDb(folder, port, adminPassword);
    }

    public static Database mySql(Path folder, int port, String adminPassword) {
        return new MySql(folder, port, adminPassword);
    }

    @Override
    public Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    /** Name of a service's schema and account: {@code podo_<service>}. */
    public static String schemaOf(String service) {
        return "podo_" + service.replace('-', '_');
    }

    /** Creates the schema of a service and its account, which has rights on that schema only; sets the account's password. */
    public void open(String service, String password) {
        var name = schemaOf(service);
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create database if not exists " + name + " character set utf8mb4");
            for (var host : List.of("localhost", "127.0.0.1", "%")) {
                var account = "'" + name + "'@'" + host + "'";
                statement.execute("create user if not exists " + account + " identified by " + quoted(password));
                statement.execute("alter user " + account + " identified by " + quoted(password));
                statement.execute("grant all on " + name + ".* to " + account);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not create the schema of " + service + " in " + name(), e);
        }
    }

    /** A connection with all rights. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/?connectTimeout=2000&connectionTimeZone=UTC",
                ADMIN,
                adminPassword);
    }

    @Override
    public boolean ready() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A file of statements that the server runs at its start; deleted once the server is ready, because it has a password. */
    private Path initialStatements() {
        var file = folder.resolve("admin.sql");
        var account = "'" + ADMIN + "'@'%'";
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    "create user if not exists " + account + " identified by " + quoted(adminPassword) + ";\n"
                            + "alter user " + account + " identified by " + quoted(adminPassword) + ";\n"
                            + "grant all on *.* to " + account + " with grant option;\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onReady() throws IOException {
        Files.deleteIfExists(folder.resolve("admin.sql"));
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Runs a set-up command in a temporary folder, so that an interrupted one leaves no data folder. */
    void initialise(List<String> command) throws IOException, InterruptedException {
        var newData = folder.resolve("data.new");
        delete(newData);
        Files.createDirectories(folder);
        var log = folder.resolve("initialise.log");
        var exitCode = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException(name() + " could not create its data folder:\n" + Files.readString(log));
        }
        Files.move(newData, data());
    }

    /** The command that runs the server in the foreground, with the options that both products have. */
    List<String> serverCommand(Path executable, Path home, String... ownOptions) {
        var command = new ArrayList<>(List.of(
                executable.toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--datadir=" + data(),
                "--port=" + port,
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve(name() + ".pid"),
                "--init-file=" + initialStatements(),
                "--performance-schema=OFF"));
        command.addAll(List.of(ownOptions));
        command.addAll(SETTINGS);
        command.addAll(rootOption());
        return command;
    }

    /** Both servers refuse to run as root without this option. */
    static List<String> rootOption() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
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

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
