package podo.e2e.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import podo.e2e.StackProcesses;

/** Calls of each Redis command so far, those inside scripts included, from {@code INFO commandstats}. */
record RedisWork(Map<String, Long> calls, long nanos) {

    private static final Pattern STAT = Pattern.compile("cmdstat_([^:]+):calls=(\\d+)");

    static RedisWork of(StackProcess redis) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", redis.port())) {
            String login = "AUTH operator " + StackProcesses.secret("PODO_REDIS_PASSWORD_OPERATOR");
            socket.getOutputStream()
                    .write((login + "\r\nINFO commandstats\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            String stats = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return new RedisWork(
                    STAT.matcher(stats)
                            .results()
                            .collect(Collectors.toMap(stat -> stat.group(1), stat -> Long.parseLong(stat.group(2)))),
                    System.nanoTime());
        }
    }

    long all() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    long calls(String command) {
        return calls.getOrDefault(command, 0L);
    }

    /** Per second, since then. */
    double rate(RedisWork then) {
        return (all() - then.all()) / seconds(then);
    }

    double rate(RedisWork then, String command) {
        return (calls(command) - then.calls(command)) / seconds(then);
    }

    private double seconds(RedisWork then) {
        return (nanos - then.nanos) / 1e9;
    }
}
