package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import podo.contracts.reservation.RefusedEntry;

class RefusedPassReporterTest {

    @Test
    void beyondTheCapacityReportsAreDroppedAndAFailedCallIsNoError() {
        List<RefusedEntry> sent = new ArrayList<>();
        RefusedPassReporter reporter = new RefusedPassReporter(new WaitingRoomClient() {

            @Override
            public Slots reportActivity(List<Activity> activities) {
                return new Slots(List.of());
            }

            @Override
            public void reportRefused(List<RefusedEntry> entries) {
                sent.addAll(entries);
                throw new IllegalStateException("away");
            }
        });
        for (int i = 0; i < 5_000; i++) {
            reporter.report(1, i, "forged");
        }
        reporter.send();
        reporter.send();
        assertThat(sent).hasSize(1_000);
    }

    @Test
    void equalRefusalsAreSentOnceWithTheirNumber() {
        WaitingRoomClient waitingRoom = mock();
        RefusedPassReporter reporter = new RefusedPassReporter(waitingRoom);
        reporter.report(1, 2, "forged");
        reporter.report(1, 2, "forged");
        reporter.report(1, 2, "expired");

        reporter.send();

        ArgumentCaptor<List<RefusedEntry>> sent = ArgumentCaptor.captor();
        verify(waitingRoom).reportRefused(sent.capture());
        assertThat(sent.getValue())
                .containsExactlyInAnyOrder(new RefusedEntry(1, 2, "forged", 2), new RefusedEntry(1, 2, "expired", 1));
    }
}
