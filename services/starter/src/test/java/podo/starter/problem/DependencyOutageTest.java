package podo.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.RecoverableDataAccessException;

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
    void aBugIsNoOutage() {
        assertThat(DependencyOutage.isOutage(new DataIntegrityViolationException("duplicate")))
                .isFalse();
        assertThat(DependencyOutage.isOutage(new IllegalStateException())).isFalse();
    }
}
