package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedPassReporterTest {

    @Test
    void aFloodIsCutOffAndALineThatIsAwayDisturbsNobody() {
        List<WaitingRoomClient.Attempt> told = new ArrayList<>();
        RefusedPassReporter refused = new RefusedPassReporter(new WaitingRoomClient() {

            @Override
            public Slots signs(List<Sign> signs) {
                return new Slots(List.of());
            }

            @Override
            public void refused(List<Attempt> attempts) {
                told.addAll(attempts);
                throw new IllegalStateException("away");
            }
        });
        for (int i = 0; i < 5_000; i++) {
            refused.note(1, i, "forged");
        }
        refused.tell();
        refused.tell();
        assertThat(told).hasSize(1_000);
    }
}
