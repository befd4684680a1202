package podo.e2e.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import podo.e2e.StackProcesses;

/** Everything that the stack has written on this machine: logs, Redis' file of commands, Kafka's segments, the services' tables. */
final class WrittenPlaces {

    private static final Path HOME = Path.of(System.getenv().getOrDefault("PODO_HOME", "../.podo"));
    private static final List<String> SERVICES =
            List.of("user", "event", "inventory", "reservation", "payment", "notification");

    private final Secrets secrets;
    private final List<Finding> findings = new ArrayList<>();

    WrittenPlaces(Secrets secrets) {
        this.secrets = secrets;
    }

    List<Finding> search() {
        files("logs", ".log").forEach(file -> look("log " + file.getFileName(), read(file)));
        files("", ".jsonl").forEach(file -> look("journal " + file.getFileName(), read(file)));
        files("data/kafka", ".log").stream()
                .filter(file -> file.getParent().getFileName().toString().matches(".+-\\d+"))
                .forEach(file -> look("topic " + topicOf(file), read(file)));
        files("data/redis", ".aof").forEach(file -> commands(read(file)));
        SERVICES.forEach(this::tables);
        return findings.stream().distinct().toList();
    }

    /** How many places of each kind were read: a search that reads nothing finds nothing. */
    static boolean areThere() {
        return !files("logs", ".log").isEmpty()
                && !files("data/kafka", ".log").isEmpty()
                && !files("data/redis", ".aof").isEmpty();
    }

    private void look(String where, byte[] bytes) {
        secrets.in(bytes).forEach(what -> findings.add(new Finding(what, where)));
    }

    private static String topicOf(Path segment) {
        return segment.getParent().getFileName().toString().replaceFirst("-\\d+$", "");
    }

    /** Redis appends each command as an array of strings with their lengths; the key is the second of them. */
    private void commands(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] != '*') {
                at++; // an annotation between commands
                continue;
            }
            int[] next = new int[1];
            int count = number(bytes, at + 1, next);
            int from = next[0];
            String key = "";
            for (int i = 0; i < count && from < bytes.length && bytes[from] == '$'; i++) {
                int length = number(bytes, from + 1, next);
                if (i == 1) {
                    key = new String(bytes, next[0], Math.min(length, 60), StandardCharsets.UTF_8);
                }
                from = next[0] + length + 2;
            }
            var command = new ByteArrayOutputStream();
            command.write(bytes, at, Math.min(from, bytes.length) - at);
            look("redis " + key.replaceAll("[0-9a-f-]{8,}|\\d+", "…"), command.toByteArray());
            at = Math.max(from, at + 1);
        }
    }

    private static int number(byte[] bytes, int from, int[] next) {
        int value = 0;
        int at = from;
        for (; at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        next[0] = at + 2;
        return value;
    }

    private void tables(String service) {
        String url =
                "jdbc:mysql://127.0.0.1:%s/podo_%s".formatted(StackProcesses.secret(service, "PODO_DB_PORT"), service);
        try (var connection = DriverManager.getConnection(
                url, "podo_" + service, StackProcesses.secret(service, "PODO_DB_PASSWORD"))) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = connection.getMetaData().getTables("podo_" + service, null, "%", null)) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            for (String table : names) {
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from `" + table + "`")) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            byte[] value = rows.getBytes(i);
                            if (value != null && value.length >= 8) {
                                look("table " + service + "." + table, value);
                            }
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("podo_" + service, e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
