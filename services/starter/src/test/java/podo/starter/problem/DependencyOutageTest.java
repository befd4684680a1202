package podo.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.PartitionSelectorException;
import io.lettuce.core.cluster.models.partitions.Partitions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.jdbc.UncategorizedSQLException;

class DependencyOutageTest {

    @Test
    void aConnectionThatBreaksInTheMiddleOfAStatementIsAnOutage() {
        assertThat(DependencyOutage.isOutage(new RecoverableDataAccessException("link failure")))
                .isTrue();
    }

    @Test
    void aRedisThatIsFullIsAnOutage() {
        Exception full = new InvalidDataAccessApiUsageException(
                "script", new IllegalStateException("OOM command not allowed when used memory > 'maxmemory'."));
        assertThat(DependencyOutage.isOutage(full)).isTrue();
    }

    @Test
    void aRedisThatChangesItsPrimaryIsAnOutage() {
        for (String answer : List.of(
                "CLUSTERDOWN Hash slot not served",
                "READONLY You can't write against a read only replica.",
                "NOREPLICAS Not enough good replicas to write.")) {
            assertThat(DependencyOutage.isOutage(
                            new RedisSystemException("Error in execution", new IllegalStateException(answer))))
                    .as(answer)
                    .isTrue();
        }
        assertThat(DependencyOutage.isOutage(new RedisSystemException(
                        "Error in execution", new PartitionSelectorException("no partition", new Partitions()))))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsNoPrimaryAnyMoreIsAnOutage() {
        assertThat(DependencyOutage.isOutage(new UncategorizedSQLException(
                        "insert",
                        "INSERT",
                        new SQLException("The MySQL server is running with the --read-only option", "HY000", 1290))))
                .isTrue();
    }

    @Test
    void aFullDiskIsAnOutage() {
        assertThat(DependencyOutage.isOutage(new IllegalStateException(
                        "MISCONF Errors writing to the AOF file: No space left on device script: 3a88")))
                .isTrue();
        assertThat(DependencyOutage.isOutage(new UncategorizedSQLException(
                        "insert", "INSERT", new SQLException("The table 'seat_hold' is full", "HY000", 1114))))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsReadOnlyIsAnOutage() {
        assertThat(DependencyOutage.isOutage(new UncategorizedSQLException(
                        "insert", "INSERT", new SQLException("running with the --read-only option", "HY000", 1290))))
                .isTrue();
    }

    @Test
    void aBugIsNoOutage() {
        assertThat(DependencyOutage.isOutage(new DataIntegrityViolationException("duplicate")))
                .isFalse();
        assertThat(DependencyOutage.isOutage(new IllegalStateException())).isFalse();
    }
}
