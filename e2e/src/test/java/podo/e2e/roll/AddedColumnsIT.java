package podo.e2e.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.StackProcesses;
import podo.e2e.storm.AuditCheck;

/**
 * What the next release does to the tables of this one: while fans buy, every table of every service gets a column that nobody knows, and loses it again.
 * The driver has kept statements with the columns that they had.
 */
@OnRunningStack
@Isolated("it changes the schemas")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class AddedColumnsIT {

    private static final List<String> SERVICES =
            List.of("user", "event", "inventory", "reservation", "payment", "notification");
    private static final String COLUMN = "of_the_next_release";
    /** Enough for each of a service's connections to have prepared what it asks most often. */
    private static final int MANY = 25;

    private static final int SOME = 10;

    private record Table(String service, String name) {}

    @Test
    void nobodyNoticesAColumnThatIsAddedOrTakenAway() throws SQLException {
        SteadyFans fans = SteadyFans.beginWithPages();
        List<Table> tables = tables();
        try (fans) {
            awaitPurchases(MANY, fans);
            Deque<Table> changed = new ArrayDeque<>();
            try {
                for (Table table : tables) {
                    alter(table, "ADD COLUMN " + COLUMN + " INT NULL");
                    changed.push(table);
                }
                awaitPurchases(SOME, fans);
            } finally {
                for (Table table : changed) {
                    alter(table, "DROP COLUMN " + COLUMN);
                }
            }
            awaitPurchases(SOME, fans);
        }
        System.out.println(tables.size() + " tables were changed: " + fans);
        assertThat(tables).hasSizeGreaterThan(5 * SERVICES.size());
        assertThat(fans.failures()).as("%s", fans).isEmpty();
        AuditCheck.awaitNoFindings("added columns");
    }

    private static List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String service : SERVICES) {
            try (Connection connection = connect(service);
                    ResultSet rows =
                            connection.getMetaData().getTables("podo_" + service, null, "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    String name = rows.getString("TABLE_NAME");
                    if (!name.startsWith("outbox_")) { // MigrationsTest says why
                        tables.add(new Table(service, name));
                    }
                }
            }
        }
        return tables;
    }

    private static void alter(Table table, String change) throws SQLException {
        try (Connection connection = connect(table.service());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE `" + table.name() + "` " + change);
        }
    }

    private static Connection connect(String service) throws SQLException {
        String url =
                "jdbc:mysql://127.0.0.1:%s/podo_%s".formatted(StackProcesses.secret(service, "PODO_DB_PORT"), service);
        return DriverManager.getConnection(url, "podo_" + service, StackProcesses.secret(service, "PODO_DB_PASSWORD"));
    }

    private static void awaitPurchases(int more, SteadyFans fans) {
        int before = fans.bought();
        await().atMost(Fan.SOON.multipliedBy(2))
                .untilAsserted(() -> assertThat(fans.bought())
                        .as("%s: %s", fans, fans.failures())
                        .isGreaterThanOrEqualTo(before + more));
    }
}
