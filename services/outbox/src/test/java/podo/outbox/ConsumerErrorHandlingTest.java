package podo.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

class ConsumerErrorHandlingTest {

    /** Full disk and read only: else messages of payments would be put aside after three tries. */
    @ParameterizedTest
    @ValueSource(ints = {1021, 1026, 1114, 1290, 1836})
    void aMessageWaitsForADatabaseThatCanNotBeWritten(int code) {
        Exception refused = new UncategorizedSQLException(
                "update", "UPDATE seat", new SQLException("it can not be written", "HY000", code));
        assertThat(ConsumerErrorHandling.isTransient(new IllegalStateException("listener", refused)))
                .isTrue();
    }

    @Test
    void aMessageWaitsWhenItsConnectionBreaksInTheMiddleOfAStatement() {
        assertThat(ConsumerErrorHandling.isTransient(new RecoverableDataAccessException("link failure")))
                .isTrue();
    }

    @Test
    void aMessageThatViolatesAConstraintIsPutAside() {
        assertThat(ConsumerErrorHandling.isTransient(new DataIntegrityViolationException(
                        "duplicate", new SQLException("Duplicate entry", "23000", 1062))))
                .isFalse();
    }
}
