package podo.web.line;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.reservation.RefusedEntry;
import podo.web.client.LineClient;

class RefusedEntryReporterTest {

    private final LineClient lines = mock();
    private final RefusedEntryReporter reporter = new RefusedEntryReporter(lines);

    @Test
    void aFanWhoIsRefusedThreeTimesForOneReasonIsOneEntryOfTheReport() {
        for (int i = 0; i < 3; i++) {
            reporter.add(6, 7, "no-pass");
        }

        reporter.report();

        verify(lines, timeout(5_000)).reportRefusedEntries(List.of(new RefusedEntry(6, 7, "no-pass", 3)));
    }

    @Test
    void withoutRefusalsThereIsNoReport() {
        reporter.report();

        verify(lines, never()).reportRefusedEntries(List.of());
    }
}
