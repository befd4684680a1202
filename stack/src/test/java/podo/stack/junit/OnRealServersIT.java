package podo.stack.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import podo.stack.process.Ports;

@SpringBootTest(
        properties = {
            "spring.application.name=strawberry",
            "spring.datasource.url=jdbc:mysql://${PODO_DB_HOST}:${PODO_DB_PORT}/podo_strawberry",
            "spring.datasource.username=podo_strawberry",
            "spring.datasource.password=${PODO_DB_PASSWORD}",
            "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED"
        })
@OnRealServers
class OnRealServersIT {

    @Configuration
    @EnableAutoConfiguration
    static class Strawberry {}

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Environment environment;

    @Test
    void theApplicationHasItsOwnSchemaAndSpeaksEveryLanguage() {
        jdbc.execute("create table fan (name varchar(40))");
        jdbc.update("insert into fan values (?)", "포도 🍇");
        assertThat(jdbc.queryForObject("select name from fan", String.class)).isEqualTo("포도 🍇");
        assertThat(jdbc.queryForObject("select database()", String.class)).isEqualTo("podo_strawberry");
    }

    @Test
    void aCommitIsOnDiskBeforeItIsAnswered() {
        assertThat(jdbc.queryForObject("select @@global.innodb_flush_log_at_trx_commit", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void anApplicationSeesNoOtherApplicationsSchema() {
        TestServers.database().open("melon", "melon's password");
        assertThatThrownBy(() -> jdbc.execute("create table podo_melon.fan (name varchar(40))"))
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void nobodyGetsInWithoutAPassword() {
        var url = "jdbc:mysql://127.0.0.1:" + TestServers.database().port() + "/";
        assertThatThrownBy(() -> DriverManager.getConnection(url, "root", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void secretsAreThere() {
        assertThat(environment.getProperty("PODO_SERVICE_SECRET")).isBase64();
        assertThat(environment.getProperty("PODO_JWT_PRIVATE_KEY")).isBase64();
        assertThat(environment.getProperty("PODO_KAFKA"))
                .isEqualTo(TestServers.kafka().bootstrap());
    }

    @Test
    void redisComesBackWithItsData() throws IOException {
        TestServers.redis().say("SET podo:grape sweet");
        var redis = TestServers.process(RealServer.REDIS);
        redis.stop(Duration.ofSeconds(5));
        assertThat(Ports.answers(TestServers.redis().port())).isFalse();
        assertThat(redis.alive()).isFalse();
        redis.start();
        assertThat(TestServers.redis().say("EXISTS podo:grape")).isEqualTo(":1");
    }

    @Test
    void aFrozenServerAnswersNobodyUntilItIsThawed() {
        var redis = TestServers.process(RealServer.REDIS);
        redis.freeze();
        assertThatThrownBy(() -> TestServers.redis().say("PING")).isInstanceOf(IOException.class);
        redis.thaw();
        assertThat(TestServers.redis().ready()).isTrue();
    }
}
