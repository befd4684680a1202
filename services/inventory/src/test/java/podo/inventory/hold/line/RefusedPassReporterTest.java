package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.reservation.RefusedEntry;

class RefusedPassReporterTest {

    @Test
    void aFloodIsCutOffAndALineThatIsAwayDisturbsNobody() {
        List<RefusedEntry> told = new ArrayList<>();
        RefusedPassReporter refused = new RefusedPassReporter(new WaitingRoomClient() {

            @Override
            public Slots reportActivity(List<Activity> activities) {
                return new Slots(List.of());
            }

            @Override
            public void reportRefused(List<RefusedEntry> attempts) {
                told.addAll(attempts);
                throw new IllegalStateException("away");
            }
        });
        for (int i = 0; i < 5_000; i++) {
            refused.report(1, i, "forged");
        }
        refused.send();
        refused.send();
        assertThat(told).hasSize(1_000);
    }
}
