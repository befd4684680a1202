package podo.door.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.RecoverableDataAccessException;

class OutageTest {

    @Test
    void aConnectionThatBreaksInTheMiddleOfAStatementIsAnOutage() {
        assertThat(Outage.isOutage(new RecoverableDataAccessException("link failure")))
                .isTrue();
    }

    @Test
    void aRedisThatIsFullIsAnOutage() {
        Exception full = new InvalidDataAccessApiUsageException(
                "script", new IllegalStateException("OOM command not allowed when used memory > 'maxmemory'."));
        assertThat(Outage.isOutage(full)).isTrue();
    }

    @Test
    void aMistakeOfOursIsNone() {
        assertThat(Outage.isOutage(new DataIntegrityViolationException("duplicate")))
                .isFalse();
        assertThat(Outage.isOutage(new IllegalStateException())).isFalse();
    }
}
