package podo.starter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import podo.stack.junit.TestServers;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.server.Database;
import podo.starter.problem.DependencyOutage;

/** A list of servers in the database's URL: a dead one, a replica and the primary. */
class PrimarySearchIT {

    private static final String ACCOUNT = "search";
    private static final String PASSWORD = "tests-only";
    private static final int DEAD = Ports.free();

    @TempDir
    static Path folder;

    private static Database second;
    private static ManagedProcess secondProcess;

    private HikariDataSource pool;

    @BeforeAll
    static void startASecondServer() {
        second = "mysql".equals(System.getProperty("podo.db"))
                ? Database.mySql(folder, Ports.free(), PASSWORD)
                : Database.mariaDb(folder, Ports.free(), PASSWORD);
        secondProcess = new ManagedProcess(second, folder.resolve("log"), process -> {});
        secondProcess.start();
        second.open(ACCOUNT, PASSWORD);
        TestServers.database().open(ACCOUNT, PASSWORD);
    }

    @AfterAll
    static void stopIt() throws SQLException {
        secondProcess.kill();
        readOnly(TestServers.database(), false);
    }

    @BeforeEach
    void theSecondIsTheReplica() throws SQLException {
        readOnly(second, true);
        readOnly(TestServers.database(), false);
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void statementsGoToThePrimaryWhereverItStandsInTheList() {
        open(DEAD, second.port(), TestServers.database().port());
        assertThat(port()).isEqualTo(TestServers.database().port());
        write("a");
        pool.close();

        open(TestServers.database().port(), second.port(), DEAD);
        assertThat(port()).isEqualTo(TestServers.database().port());
        write("b");
    }

    @Test
    void afterASwitchThePoolFollowsThoughItsConnectionsAreOpen() throws SQLException {
        open(TestServers.database().port(), second.port());
        write("c");
        readOnly(TestServers.database(), true);
        readOnly(second, false);

        // a connection that was used within half a second is not tested
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(port()).isEqualTo(second.port());
                    write("d");
                });
    }

    @Test
    void aConnectionInUseIsClosedWhenItsServerRefusesToWrite() throws SQLException {
        open(TestServers.database().port(), second.port());
        write("e");
        try (Connection inUse = pool.getConnection();
                Statement statement = inUse.createStatement()) {
            readOnly(TestServers.database(), true);
            readOnly(second, false);
            assertThatThrownBy(() -> statement.execute("insert into fan values ('f')"))
                    .isInstanceOf(SQLException.class)
                    .satisfies(e -> assertThat(DependencyOutage.isOutage(e))
                            .as("answered with 503")
                            .isTrue());
        }
        // at once: the pool does not test a connection again that was used within half a second
        write("g");
        assertThat(port()).isEqualTo(second.port());
    }

    @Test
    void whileNoServerTakesWritesThereIsNoConnection() throws SQLException {
        readOnly(TestServers.database(), true);
        open(second.port(), TestServers.database().port());
        assertThatThrownBy(this::port)
                .satisfies(e -> assertThat(DependencyOutage.isOutage(e)).isTrue());

        readOnly(TestServers.database(), false);
        assertThat(port()).isEqualTo(TestServers.database().port());
    }

    @Test
    void oneServerIsLeftToTheDriver() {
        assertThat(PrimarySearch.isFor("jdbc:mysql://127.0.0.1:3306/podo_user?a=b,c"))
                .isFalse();
        assertThat(PrimarySearch.isFor("jdbc:mysql://a:3306,b:3306/podo_user?a=b"))
                .isTrue();
    }

    private void open(int... ports) {
        String servers =
                IntStream.of(ports).mapToObj(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(PrimarySearchAutoConfiguration.class, DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:mysql://" + servers + "/" + Database.schemaOf(ACCOUNT)
                                + "?connectTimeout=2000&useServerPrepStmts=true",
                        "spring.datasource.username=" + Database.schemaOf(ACCOUNT),
                        "spring.datasource.password=" + PASSWORD,
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=3000")
                .run(context -> {
                    HikariDataSource configured = context.getBean(HikariDataSource.class);
                    pool = new HikariDataSource(); // the context closes its own
                    configured.copyStateTo(pool);
                });
    }

    private int port() {
        return new JdbcTemplate(pool).queryForObject("select @@port", Integer.class);
    }

    private void write(String name) {
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        jdbc.execute("create table if not exists fan (name varchar(40))");
        jdbc.update("insert into fan values (?)", name);
    }

    private static void readOnly(Database server, boolean readOnly) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set global read_only = " + (readOnly ? 1 : 0));
        }
    }
}
