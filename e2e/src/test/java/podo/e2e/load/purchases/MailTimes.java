package podo.e2e.load.purchases;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import podo.e2e.load.StackProcess;

/** How long after a purchase its mail was in the box: from the answer that says paid until the mail server has taken the mail. */
final class MailTimes {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, Instant> paidAt = new ConcurrentHashMap<>();

    void paid(String orderId) {
        paidAt.put(orderId, Instant.now());
    }

    void clear() {
        paidAt.clear();
    }

    /** Waits until every mail was sent or given up. */
    String row() throws Exception {
        Instant ended = Instant.now();
        Map<String, Instant> taken = find();
        while (taken.size() < paidAt.size() && Instant.now().isBefore(ended.plus(PATIENCE))) {
            Thread.sleep(500);
            taken = find();
        }
        long[] millis = taken.entrySet().stream()
                .mapToLong(mail -> Math.max(
                        0,
                        Duration.between(paidAt.get(mail.getKey()), mail.getValue())
                                .toMillis()))
                .sorted()
                .toArray();
        return millis.length == 0
                ? "No mail was sent%n".formatted()
                : String.format(
                        Locale.ROOT,
                        "Purchase to mail in the box: p50 %d ms, p99 %d ms, most %d ms; %d mails of %d purchases%n",
                        millis[millis.length / 2],
                        millis[(int) (0.99 * (millis.length - 1))],
                        millis[millis.length - 1],
                        millis.length,
                        paidAt.size());
    }

    private Map<String, Instant> find() throws IOException, SQLException {
        Map<String, Instant> taken = new ConcurrentHashMap<>();
        try (Connection database = connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "SELECT subject, ended_at FROM mail WHERE kind = 'ORDER' AND state = 'SENT' ORDER BY id DESC LIMIT 100000")) {
            while (rows.next()) {
                if (paidAt.containsKey(rows.getString(1))) {
                    taken.put(
                            rows.getString(1),
                            rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                }
            }
        }
        return taken;
    }

    private static Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + StackProcess.ofDatabase().port()
                        + "/podo_notification?connectionTimeZone=UTC",
                "podo_notification",
                StackProcess.environment("notification").getProperty("PODO_DB_PASSWORD", ""));
    }
}
