package podo.e2e.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import podo.e2e.StackProcesses;

/** A process of the stack that {@code ./podo up} started in this folder, with its CPU time and memory from /proc. */
public record StackProcess(String name, long pid, int port) {

    private static final Path RUN = StackProcesses.HOME.resolve("run");
    private static final double TICKS_PER_SECOND = 100;

    public static StackProcess ofDatabase() throws IOException {
        return of(Files.exists(RUN.resolve("mysql.process")) ? "mysql" : "mariadb");
    }

    /** The environment of a service, as the supervisor wrote it. */
    public static Properties environment(String service) throws IOException {
        Properties environment = new Properties();
        for (String line : Files.readAllLines(RUN.resolve(service + ".env"))) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                environment.setProperty(
                        line.substring(0, equals), line.substring(equals + 1).replaceAll("^['\"]|['\"]$", ""));
            }
        }
        return environment;
    }

    static boolean isUp(String name) {
        return Files.exists(RUN.resolve(name + ".process"));
    }

    static StackProcess of(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(RUN.resolve(name + ".process"))) {
            properties.load(in);
        }
        return new StackProcess(
                name,
                Long.parseLong(properties.getProperty("process").split(":")[0]),
                Integer.parseInt(properties.getProperty("port")));
    }

    /** Every process of the stack that is up, by name. */
    public static List<StackProcess> all() throws IOException {
        List<StackProcess> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(RUN)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".process")) {
                    all.add(of(name.substring(0, name.length() - ".process".length())));
                }
            }
        }
        return all;
    }

    /** Seconds of processor time. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findAny()
                .orElse(0);
    }

    /** The {@code -Xmx} option of its command line. */
    String heap() throws IOException {
        return Arrays.stream(
                        Files.readString(Path.of("/proc", "" + pid, "cmdline")).split("\0"))
                .filter(word -> word.startsWith("-Xmx"))
                .findAny()
                .orElse("");
    }
}
